"""Everything about measures that pages need, in one place."""

from ...rdf.labels import Found as Found
from .answers import Answer as Answer
from .answers import measure as measure
from .answers import scores as scores
from .asked import Asked as Asked
from .asked import day as day
from .asked import found as found
from .asked import voice as voice
from .catalogue import PARTIES as PARTIES
from .catalogue import Measure as Measure
from .catalogue import catalogue as catalogue
from .rows import Behind as Behind
from .rows import CitationRow as CitationRow
from .rows import LeanedOnRow as LeanedOnRow
from .rows import Row as Row
from .rows import TriadRow as TriadRow
from .sheets import Cell as Cell
from .sheets import as_csv as as_csv
from .sheets import as_json as as_json
from .sheets import cells as cells
from .store import Keeper as Keeper
from .store import as_graphml as as_graphml
from .store import measured as measured
from .store import unkept as unkept
from .ties import Voice as Voice
