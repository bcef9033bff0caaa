"""The clause measure on two trees of our own."""

from pathlib import Path

import pytest

pytest.importorskip("conllu", reason="the trees are read with conllu, which is installed for development only")

from bench.trees import measure

TREES = """# text = Der Bote, der gestern kam, bringt Briefe.
1\tDer\tder\tDET\tART\t_\t2\tdet\t_\t_
2\tBote\tBote\tNOUN\tNN\t_\t8\tnsubj\t_\t_
3\t,\t,\tPUNCT\t$,\t_\t6\tpunct\t_\t_
4\tder\tder\tPRON\tPRELS\tPronType=Rel\t6\tnsubj\t_\t_
5\tgestern\tgestern\tADV\tADV\t_\t6\tadvmod\t_\t_
6\tkam\tkommen\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t2\tacl\t_\t_
7\t,\t,\tPUNCT\t$,\t_\t6\tpunct\t_\t_
8\tbringt\tbringen\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
9\tBriefe\tBrief\tNOUN\tNN\t_\t8\tobj\t_\t_
10\t.\t.\tPUNCT\t$.\t_\t8\tpunct\t_\t_

"""


def test_a_clause_read_right_counts_in_every_figure(tmp_path: Path) -> None:
    file = tmp_path / "trees.conllu"
    file.write_text(TREES, encoding="utf-8")
    counts = measure([file])
    assert {name: (c.wanted, c.met) for name, c in counts.items()} == {
        "finite": (2, 2),
        "subjects": (1, 1),
        "objects": (1, 1),
        "antecedents": (1, 1),
        "mood": (2, 2),
    }


def test_a_wrong_tree_is_missed_and_said(tmp_path: Path) -> None:
    file = tmp_path / "trees.conllu"
    file.write_text(TREES.replace("\tobj\t", "\tobl\t"), encoding="utf-8")
    objects = measure([file])["objects"]
    assert (objects.wanted, objects.precision) == (0, 0.0)
    assert "+Briefe" in objects.wrong[0]
