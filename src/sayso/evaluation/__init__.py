"""Claims and gold files in, scores out: the measure of the contract, for users' own texts too."""

from sayso.evaluation.marks import Marks, marks_of, read_export, read_gold
from sayso.evaluation.scores import Scores, score

__all__ = ["Marks", "Scores", "marks_of", "read_export", "read_gold", "score"]
