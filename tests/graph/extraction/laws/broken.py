"""Laws that the reader does not keep yet: a form with the verbs or nouns (* for all) that fail in it, and names not read."""

BROKEN: dict[str, str] = {
    "Die Waffen, die {Norwegen} {dem Iran} {geliefert} {hat}, verschwanden.": "spenden verkaufen übergeben",
}

BROKEN_PARTIES: frozenset[str] = frozenset(
    {
        "August Hanning",
        "Expressen",
        "Politika",
        "Sea-Eye",
    }
)
