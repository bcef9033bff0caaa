# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""HanTa's two searches as machine code: over the morphemes of a word, and over the tags of a sentence.

They find what HanTa's find, to the letter: loops, beams and the order in which ways are looked at are HanTa's own, so that of
two that are equally likely the same one stays. The tables are those of a loaded HanoverTagger; what is ours is their layout:
states, pairs of classes, become whole numbers, and what may follow on a state stands in one stretch of an array.
"""

from array import array
from operator import itemgetter

cimport cython
from libc.math cimport INFINITY, exp, log1p

cdef int UNKNOWN = 3  # HanTa's class of what it cannot analyse; negative as the end of a word
cdef int LONGEST = 24  # letters; longer morphemes are as likely as one of these
cdef int LEAST = 3  # letters of an unknown morpheme,
cdef int SHORT = 4  # but in words shorter than this it may have fewer
cdef int ENDING = 4  # letters; the longest endings that HanTa's model guesses by
cdef int WORD_BEAM = 3  # states of a word that are worse by more than
cdef int TAG_BEAM = 5  # or pairs of tags
cdef double SLACK = 1  # this than the one behind the third or fifth are given up
cdef double FLOOR = -1e6  # HanTa's lower bound
cdef double WHOLE = 4.6  # log probability that HanTa takes from the guess that a whole word is one unknown morpheme
cdef double LN2 = 0.693147180559945309417232121458
cdef int END = 2  # HanTa's tag behind the last word of a sentence
cdef int NOWHERE = -1


@cython.final  # so that its methods call one another without looking them up
cdef class LetterTree:
    """Texts letter by letter: one step finds all that go on so, where a dictionary needs a new string for each stretch."""

    # Nodes are numbered from 0, the root, so that those behind one node stand one behind the other.
    cdef int[::1] first  # by node: the first behind it
    cdef int[::1] letter, text  # by node: the letter that led to it; the place of the text that ends there, or NOWHERE

    def __init__(self, list texts):
        """`texts` are sorted, each of them once."""
        first, letter, whole = array("i"), array("i", [0]), array("i")
        depth, level = 0, [(0, len(texts))]  # stretches of texts that begin alike
        while level:
            deeper = []
            for low, high in level:
                ends_here = len(texts[low]) == depth
                first.append(len(letter))
                whole.append(low if ends_here else NOWHERE)
                low += ends_here
                while low < high:
                    begin, mark = low, texts[low][depth]
                    while low < high and texts[low][depth] == mark:
                        low += 1
                    letter.append(ord(mark))
                    deeper.append((begin, low))
            depth, level = depth + 1, deeper
        first.append(len(letter))
        self.first, self.letter, self.text = first, letter, whole

    cdef int child(self, int node, Py_UCS4 letter) noexcept:
        """The node that a letter leads to; NOWHERE if no text goes on so, and from there on."""
        cdef int at
        if node != NOWHERE:
            for at in range(self.first[node], self.first[node + 1]):
                if self.letter[at] == <int>letter:
                    return at
        return NOWHERE

    cdef int text_at(self, int node) noexcept:
        """The place of the text that ends at a node, or NOWHERE."""
        return NOWHERE if node == NOWHERE else self.text[node]


@cython.final
cdef class WordSearch:
    """The ways through words, which are given in lower case, by the tables of a loaded HanoverTagger."""

    # States are numbered from 0, HanTa's first one; classes have HanTa's numbers.
    cdef int states, classes, guessed
    cdef list last, closing  # by state: the class that led to it; what may end a word behind it, with log probabilities
    cdef LetterTree known, endings  # stretches of letters; endings of stretches, read backwards
    cdef dict allowed
    cdef object reachable
    cdef int[::1] follow  # by state: where what follows on it begins in the three tables below
    cdef int[::1] follow_class, follow_state
    cdef double[::1] follow_p
    cdef int[::1] known_at  # by known stretch: where it begins in the two tables below
    cdef int[::1] known_class
    cdef double[::1] known_p
    cdef int[::1] guess_class
    cdef double[::1] guess_p  # by ending, length and place among the guessed classes
    # What the search of one word fills, made anew for words longer than all before; rows are by the letters read.
    cdef int room
    cdef int[::1] ending  # by where a stretch ends and how many letters of an ending it has: the longest that is known
    cdef double[::1] likely  # by where a stretch ends and class, for stretches that begin at one letter
    cdef unsigned char[::1] possible  # by where a stretch ends: whether it is likely in any class
    cdef int[::1] count, row_state, row_place, from_letter, from_place
    cdef double[::1] row_p

    def __init__(self, model):
        self._number_states(model)
        self._lay_out_known(model.LP_m_t)
        self._lay_out_guesses(model)
        self.reachable, self.allowed = model.reachability, {}
        self._make_room(64)

    def likelihoods(self, str word):
        """HanTa's `analyze_forward`: the classes that a word may have with their log probabilities, the likeliest first."""
        cdef int length = len(word), place, state
        cdef double p
        self._search(word, None, False)
        ways = {}
        for place in range(self.count[length]):
            state = self.row_state[length * self.states + place]
            for tag, step in self.closing[state]:
                p = self.row_p[length * self.states + place] + step
                way = self.last[state], tag
                if p > FLOOR and p > ways.get(way, -INFINITY):
                    ways[way] = p
        found = {}
        for (_, tag), step in ways.items():
            found[-tag] = _either(found[-tag], step) if -tag in found else step
        return sorted(found.items(), key=itemgetter(1), reverse=True) or [(UNKNOWN, 0.0)]

    def parts(self, str word, int target):
        """HanTa's `analyze_viterbi`: the likeliest morphemes of a word in a class, which is given negative, as the end of a
        word. Their classes, each with where it ends, then the word's own; where it cannot have that class, all is unknown."""
        cdef int length = len(word), place = NOWHERE, end
        for strict in (True, False):
            self._search(word, target, strict)
            place = self._best(length, target)
            if place != NOWHERE:
                break
        else:
            return [(UNKNOWN, length), (-UNKNOWN, length + 1)]
        found, end = [(target, length + 1)], length
        while end:
            found.append((self.last[self.row_state[end * self.states + place]], end))
            place, end = self.from_place[end * self.states + place], self.from_letter[end * self.states + place]
        found.reverse()
        return found

    # the search -----------------------------------------------------------------------------------------------------

    cdef int _search(self, str word, object target, bint strict) except -1:
        """Fills the rows: the states that can stand behind so many letters, with log probabilities and the ways there."""
        cdef int length = len(word), begin, end, place, states = self.states
        cdef double bound, before
        cdef const unsigned char[::1] allowed = self._allowed(target)
        if length > self.room:
            self._make_room(length)
        for end in range(length + 1):
            self.count[end] = 0
        if not strict:
            self._find_endings(word, length)
        self._reach(0, 0, 0.0, 0, 0)
        for begin in range(length):
            if not self.count[begin]:
                continue
            self._weigh(word, begin, length, strict)
            bound = _bound(self.row_p, begin * self.states, begin * self.states + self.count[begin], WORD_BEAM)
            for place in range(self.count[begin]):
                before = self.row_p[begin * states + place]
                if before < bound:
                    continue
                for end in range(begin + 1, length + 1):
                    if self.possible[end]:
                        self._go_on(begin, end, place, before, allowed)
        for end in range(length + 1):
            for place in range(end * states, end * states + self.count[end]):
                self.row_place[end * states + self.row_state[place]] = NOWHERE
        return 0

    cdef void _go_on(self, int begin, int end, int place, double before, const unsigned char[::1] allowed) noexcept:
        """All that one morpheme leads to from one state."""
        cdef int state = self.row_state[begin * self.states + place], at
        cdef int first = self.follow[state], behind = self.follow[state + 1]
        cdef const int *morpheme = &self.follow_class[0]  # pointers, as the compiler keeps those in registers
        cdef const double *step = &self.follow_p[0]
        cdef const double *likely = &self.likely[end * self.classes]
        cdef double total
        for at in range(first, behind):
            total = before + step[at] + likely[morpheme[at]]
            if total > FLOOR and allowed[morpheme[at]]:
                self._reach(end, self.follow_state[at], total, begin, place)

    cdef void _reach(self, int end, int state, double total, int begin, int place) noexcept:
        """A way to a state: kept if there was none that is as likely."""
        cdef int row = end * self.states, own = self.row_place[row + state]
        if own == NOWHERE:
            own = self.row_place[row + state] = self.count[end]
            self.count[end] += 1
            self.row_state[row + own] = state
        elif total <= self.row_p[row + own]:
            return
        self.row_p[row + own] = total
        self.from_letter[row + own] = begin
        self.from_place[row + own] = place

    cdef int _weigh(self, str word, int begin, int length, bint strict) except -1:
        """How likely each stretch that begins at a letter is as a morpheme of each class."""
        cdef int end, at, guess, node = 0, known
        cdef bint guessed
        cdef double *likely
        cdef double penalty
        cdef const double *guesses
        cdef const int *guess_class = &self.guess_class[0]
        for end in range(begin + 1, length + 1):
            node = self.known.child(node, word[end - 1])
            known = self.known.text_at(node)
            guessed = not strict and (length < SHORT or end - begin >= LEAST)
            self.possible[end] = guessed or known != NOWHERE
            if not self.possible[end]:
                continue
            likely = &self.likely[end * self.classes]
            for at in range(self.classes):
                likely[at] = -INFINITY
            if guessed:
                guess = self.ending[end * (ENDING + 1) + min(ENDING, end - begin - 1)] * (LONGEST + 1)
                guesses = &self.guess_p[(guess + min(end - begin, LONGEST)) * self.guessed]
                penalty = WHOLE if end - begin == length else 0
                for at in range(self.guessed):
                    likely[guess_class[at]] = guesses[at] - penalty
            if known != NOWHERE:
                for at in range(self.known_at[known], self.known_at[known + 1]):
                    likely[self.known_class[at]] = self.known_p[at]
        return 0

    cdef int _find_endings(self, str word, int length) except -1:
        """By where a stretch ends, the longest ending of the model among its last 0, 1, 2 … letters."""
        cdef int end, letters, node, found, longer
        for end in range(1, length + 1):
            node, found = 0, self.endings.text_at(0)
            for letters in range(ENDING + 1):
                if letters:
                    node = self.endings.child(node, word[end - letters]) if letters <= end else NOWHERE
                    longer = self.endings.text_at(node)
                    found = found if longer == NOWHERE else longer
                self.ending[end * (ENDING + 1) + letters] = found
        return 0

    cdef int _best(self, int length, int target) except -2:
        """The place of the state from which a word most likely ends with a class; the first of several."""
        cdef double best = FLOOR, p
        cdef int found = NOWHERE, place
        for place in range(self.count[length]):
            for tag, step in self.closing[self.row_state[length * self.states + place]]:
                p = self.row_p[length * self.states + place] + step
                if tag == target and p > best:
                    best, found = p, place
        return found

    def _allowed(self, target):
        """By class, whether it may stand in a word that ends as `target`; anything may where there is none."""
        if target not in self.allowed:
            wanted = range(self.classes) if target is None else self.reachable.get(target, ())
            self.allowed[target] = bytes([each in wanted for each in range(self.classes)])
        return self.allowed[target]

    # the tables -----------------------------------------------------------------------------------------------------

    def _number_states(self, model):
        pairs = dict.fromkeys([(0, 1), *model.LP_trans])  # HanTa's first state: nothing, then the beginning of the word
        pairs.update(dict.fromkeys((last, tag) for (_, last), after in model.LP_trans.items() for tag in after if tag > 0))
        number = {pair: place for place, pair in enumerate(pairs)}
        self.states, self.classes = len(pairs), max(model.int2tag) + 1
        self.last, self.closing = [tag for _, tag in pairs], []
        follow, classes, reached, steps = array("i", [0]), array("i"), array("i"), array("d")
        for pair in pairs:
            after = model.LP_trans.get(pair, {})
            for tag, p in after.items():
                if tag > 0:
                    classes.append(tag)
                    reached.append(number[pair[1], tag])
                    steps.append(p)
            follow.append(len(classes))
            self.closing.append(tuple((tag, p) for tag, p in after.items() if tag < 0))
        self.follow, self.follow_class, self.follow_state, self.follow_p = follow, classes, reached, steps

    def _lay_out_known(self, stretches_of):
        by_text = {}
        for tag, stretches in stretches_of.items():
            if tag > 0:
                for text, p in stretches.items():
                    by_text.setdefault(text, []).append((tag, p))
        texts, classes, likely, begins = sorted(by_text), array("i"), array("d"), array("i", [0])
        for text in texts:
            classes.extend([tag for tag, _ in by_text[text]])
            likely.extend([p for _, p in by_text[text]])
            begins.append(len(classes))
        self.known, self.known_at, self.known_class, self.known_p = LetterTree(texts), begins, classes, likely

    def _lay_out_guesses(self, model):
        guessed = [tag for tag in model.LP_hapax_t if tag in model.LP_s_t]
        endings = sorted({ending[::-1] for tag in guessed for ending in model.LP_s_t[tag]})
        self.endings = LetterTree(endings)
        self.guess_class, self.guessed = array("i", guessed), len(guessed)
        self.guess_p = array("d", [
            model.Int_t + model.LP_hapax_t[tag] + model.LP_len_t[tag][length] + model.LP_s_t[tag].get(ending[::-1], -INFINITY)
            for ending in endings for length in range(LONGEST + 1) for tag in guessed
        ])

    def _make_room(self, int length):
        rows, self.room = length + 1, length
        self.ending, self.count = array("i", [0]) * (rows * (ENDING + 1)), array("i", [0]) * rows
        self.likely, self.possible = array("d", [0.0]) * (rows * self.classes), bytearray(rows)
        self.row_state, self.row_place = array("i", [0]) * (rows * self.states), array("i", [NOWHERE]) * (rows * self.states)
        self.from_letter, self.from_place = array("i", [0]) * (rows * self.states), array("i", [0]) * (rows * self.states)
        self.row_p = array("d", [0.0]) * (rows * self.states)


@cython.final
cdef class TagSearch:
    """The ways through sentences by HanTa's table of which tag follows on two others with which log probability."""

    cdef int tags
    cdef list last  # by pair
    cdef double[::1] follow_p  # by pair and tag
    cdef int[::1] follow_pair
    cdef int[::1] place_of  # by pair: its place in the row that is being filled, or NOWHERE
    # Rows, one behind the other, made anew for sentences that need more than all before.
    cdef int room
    cdef int[::1] pair, back
    cdef double[::1] row_p

    def __init__(self, table):
        """`table` is the LP_trans_word of a loaded HanoverTagger; its first pair is (0, 1), nothing and the beginning."""
        pairs = dict.fromkeys([(0, 1), *table])
        pairs.update(dict.fromkeys((last, tag) for (_, last), after in table.items() for tag in after if tag != END))
        number = {pair: place for place, pair in enumerate(pairs)}
        self.tags = 1 + max(max(pair) for pair in pairs)
        self.last = [tag for _, tag in pairs]
        follow_p = array("d", [-INFINITY]) * (len(pairs) * self.tags)
        follow_pair = array("i", [NOWHERE]) * (len(pairs) * self.tags)
        for pair, after in table.items():
            for tag, p in after.items():
                follow_p[number[pair] * self.tags + tag] = p
                follow_pair[number[pair] * self.tags + tag] = number.get((pair[1], tag), NOWHERE)
        self.follow_p, self.follow_pair = follow_p, follow_pair
        self.place_of = array("i", [NOWHERE]) * len(pairs)
        self.room = 0
        self._make_room(1 << 12)

    def likeliest(self, list words):
        """The tags of a sentence, of whose words the possible tags are given with their log probabilities, in HanTa's order."""
        cdef int first = 0, behind = 1, place, best = NOWHERE
        cdef double most = -INFINITY, p
        self.pair[0], self.row_p[0], self.back[0] = 0, 0.0, NOWHERE
        for likely in words:
            first, behind = behind, self._go_on(first, behind, likely)
        for place in range(first, behind):
            p = self.row_p[place] + self.follow_p[self.pair[place] * self.tags + END]
            if p > most:
                best, most = place, p
        found = []
        while best > 0:
            found.append(self.last[self.pair[best]])
            best = self.back[best]
        found.reverse()
        return found

    cdef int _go_on(self, int first, int behind, tuple likely) except -1:
        """Fills the row behind a word from the row before it; where it ends."""
        cdef int end = behind, place, tag, at
        cdef double bound = _bound(self.row_p, first, behind, TAG_BEAM), before, total
        if self.room < behind + (behind - first) * len(likely):
            self._make_room(2 * (behind + (behind - first) * len(likely)))
        for place in range(first, behind):
            before = self.row_p[place]
            if before < bound:
                continue
            for tag, p in likely:
                at = self.pair[place] * self.tags + tag
                total = before + self.follow_p[at] + <double>p
                if total > FLOOR:
                    end = self._reach(self.follow_pair[at], total, place, end)
        for place in range(behind, end):
            self.place_of[self.pair[place]] = NOWHERE
        return end

    cdef int _reach(self, int pair, double total, int place, int end) noexcept:
        """A way to a pair: kept if there was none that is as likely; where the row ends now."""
        cdef int own = self.place_of[pair]
        if own == NOWHERE:
            own = self.place_of[pair] = end
            end += 1
            self.pair[own] = pair
        elif total <= self.row_p[own]:
            return end
        self.row_p[own], self.back[own] = total, place
        return end

    def _make_room(self, int room):
        pair, back, row_p = array("i", [0]) * room, array("i", [0]) * room, array("d", [0.0]) * room
        if self.room:
            pair[: self.room], back[: self.room], row_p[: self.room] = self.pair.base, self.back.base, self.row_p.base
        self.pair, self.back, self.row_p, self.room = pair, back, row_p, room


cdef double _bound(const double[::1] row, int first, int behind, int beam) noexcept:
    """The log probability that a state of a row needs to go on."""
    cdef double[8] best  # the best of the row in falling order, one more than the beam
    cdef int place, rank
    cdef double p
    if behind - first <= beam:
        return FLOOR
    for rank in range(beam + 1):
        best[rank] = -INFINITY
    for place in range(first, behind):
        p, rank = row[place], beam
        if p <= best[rank]:
            continue
        while rank and p > best[rank - 1]:
            best[rank] = best[rank - 1]
            rank -= 1
        best[rank] = p
    return best[beam] - SLACK


cdef double _either(double one, double other):
    """The log of the sum of two probabilities, as numpy's logaddexp."""
    if one == other:
        return one + LN2
    return max(one, other) + log1p(exp(-abs(one - other)))
