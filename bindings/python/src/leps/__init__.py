"""The essential levels of Italian social services (LEPS): rules into verdicts, gaps, priorities.

    >>> import leps
    >>> rulebook = leps.compile()                     # the national pack, which comes with this
    >>> builder = leps.Builder()
    >>> prova = builder.ambito("prova", 2025)
    >>> prova["popolazione"], prova["assistenti_sociali"] = 125001, 25
    >>> results = rulebook.evaluate(rulebook.load(builder))
    >>> result = results.find("prova", 2025, "servizio_sociale_professionale")
    >>> str(result.verdict), str(result.requirement("organico").gap.amount)
    ('parziale', '1/5000 FTE')

Numbers are exact: a ``float`` is refused where one goes in, and ``fractions.Fraction`` comes out.
What is not known of an Ambito is no error but a quantity with two different ends. Handles free
themselves, and may be shared between threads; the engine works without Python's lock.
"""

from leps._calls import IsCancelled, Limits, Progress
from leps._files import Files
from leps._library import features, version
from leps._values import Number, Rows, Value
from leps.builder import AmbitoYear, Builder
from leps.data import Data
from leps.errors import (
    Cancelled,
    DataError,
    InternalError,
    LepsError,
    LimitExceeded,
    RulesError,
)
from leps.model import (
    BreakEven,
    Computed,
    DataFile,
    Diagnostic,
    Diagnostics,
    Difference,
    Example,
    Examples,
    Explanation,
    Gap,
    GapKind,
    Label,
    Place,
    Quantity,
    Replacement,
    Requirement,
    Result,
    RuleFile,
    Severity,
    Source,
    Stage,
    Step,
    StepKind,
    Verdict,
    Waiver,
    Words,
)
from leps.results import Results
from leps.rulebook import Include, Rulebook, compile, shipped

__version__ = version()

__all__ = [
    "AmbitoYear",
    "BreakEven",
    "Builder",
    "Cancelled",
    "Computed",
    "Data",
    "DataError",
    "DataFile",
    "Diagnostic",
    "Diagnostics",
    "Difference",
    "Example",
    "Examples",
    "Explanation",
    "Files",
    "Gap",
    "GapKind",
    "Include",
    "InternalError",
    "IsCancelled",
    "Label",
    "LepsError",
    "LimitExceeded",
    "Limits",
    "Number",
    "Place",
    "Progress",
    "Quantity",
    "Replacement",
    "Requirement",
    "Result",
    "Results",
    "Rows",
    "RuleFile",
    "Rulebook",
    "RulesError",
    "Severity",
    "Source",
    "Stage",
    "Step",
    "StepKind",
    "Value",
    "Verdict",
    "Waiver",
    "Words",
    "compile",
    "features",
    "shipped",
    "version",
]
