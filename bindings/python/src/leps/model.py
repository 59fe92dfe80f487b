"""What the engine answers, as plain values: nothing here needs the engine to stay loaded. All are
frozen dataclasses; two that hold the same are equal. Numbers are exact.
"""

import datetime
import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Self


class Verdict(enum.Enum):
    """The six words with which a rule judges an Ambito, as in the law, in every language."""

    SODDISFATTO = "soddisfatto"
    PARZIALE = "parziale"
    NON_SODDISFATTO = "non_soddisfatto"
    NON_VALUTABILE = "non_valutabile"
    NON_APPLICABILE = "non_applicabile"
    NON_VIGENTE = "non_vigente"

    def __str__(self) -> str:
        return self.value


class Severity(enum.Enum):
    """How bad a finding is: nothing is made from what has an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class GapKind(enum.Enum):
    """What the amount of a gap counts."""

    DISTANCE = "distance"  #: of a number from its level, in its unit
    ACTIVATION = "activation"  #: how many conditions are to be made true
    PARTS = "parts"  #: how many of the parts are not met
    ALTERNATIVES = "alternatives"  #: that of the alternative chosen, the cheapest
    ROWS = "rows"  #: of how many rows a condition does not hold


class StepKind(enum.Enum):
    """What a step of a derivation is."""

    REQUIREMENT = "requirement"  #: of the rule; after its formula come its own clauses
    APPLIES_IF = "applies_if"  #: ``si applica se``, of a rule or of a requirement
    PARTIAL_IF = "partial_if"  #: ``parziale se``, of a rule
    BENEFICIARIES = "beneficiaries"  #: ``beneficiari``, of a rule
    COST = "cost"  #: ``costo`` of a lever of a requirement
    NET_OF = "net_of"  #: ``al netto di``: what a lever of a requirement earns
    OPERATION = "operation"  #: of a formula, or a number written in the formula itself
    AMOUNT = "amount"  #: an amount that the packs compute (``calcolo``)
    PARAMETER = "parameter"  #: a number of the law (``parametro``)
    DATUM = "datum"  #: a datum of the Ambito, a list of it, or a field of a list's rows


class Stage(enum.Enum):
    """What a call is busy with, for ``progress``."""

    READING = "reading"
    CHECKING = "checking"
    EVALUATING = "evaluating"
    EXAMPLES = "examples"


@dataclass(frozen=True)
class Words:
    """A text in both languages; ``str()`` of it is the Italian."""

    it: str
    en: str

    def __str__(self) -> str:
        return self.it


@dataclass(frozen=True)
class Place:
    """Where something stands: line and column from 1, by characters; 0: the file as a whole.

    ``begin`` and ``end`` are bytes of the file after its byte-order mark.
    """

    source: str
    line: int
    column: int
    begin: int
    end: int


@dataclass(frozen=True)
class Label:
    """Another place that matters to a finding, and the words beside it."""

    words: Words
    place: Place


@dataclass(frozen=True)
class Replacement:
    """What to write in place of the bytes ``place.begin`` to ``place.end``: either may be none."""

    place: Place
    text: str
    certain: bool  #: the rules that come of it say the same, or are the only ones that can be meant


@dataclass(frozen=True)
class Diagnostic:
    """One finding about rules or data: what is wrong, where, and what to do next."""

    code: str  #: stable, such as ``name/unknown``: depend on it, not on the message
    severity: Severity
    message: Words
    place: Place
    labels: tuple[Label, ...]
    hints: tuple[Words, ...]
    replacement: Replacement | None  #: none where its author has to choose
    text: Words  #: all of it as the command ``leps`` shows it, with the line at fault

    def __str__(self) -> str:
        return self.text.it


class Diagnostics(tuple[Diagnostic, ...]):
    """All the findings of one call, by file and place: a tuple that is JSON too.

    >>> import json, leps
    >>> try:
    ...     leps.compile({"prova.leps": "pacchetto prova"})
    ... except leps.RulesError as error:
    ...     findings = error.diagnostics
    >>> [(each.code, each.place.line) for each in findings]
    [('syntax/unexpected', 1)]
    >>> [(each["code"], each["line"]) for each in json.loads(findings.json)]
    [('syntax/unexpected', 1)]
    """

    _json: str | None = None

    def __new__(cls, findings: Iterable[Diagnostic], json: str | None = None) -> Self:
        made = tuple.__new__(cls, findings)
        made._json = json
        return made

    def __getnewargs__(self) -> tuple[tuple[Diagnostic, ...], str | None]:
        return tuple(self), self._json  # an error that another process raised arrives whole

    @property
    def json(self) -> str:
        """An array in both languages, as the ``diagnostics`` of ``leps-results/1``.

        ValueError of those that a program has made itself, as ``dataclasses.asdict`` does.
        """
        if self._json is None:
            raise ValueError("only the Diagnostics that the engine found have their JSON")
        return self._json


@dataclass(frozen=True)
class Quantity:
    """The least and the most that a number could be, with its unit.

    Known where the two are equal. ``None`` is no bound on that side; of ``unit``, a plain number.

    >>> from fractions import Fraction
    >>> str(Quantity(Fraction(1, 5000), Fraction(1, 5000), "FTE"))
    '1/5000 FTE'
    >>> str(Quantity(Fraction(0), None, None))
    '0..'
    """

    lo: Fraction | None
    hi: Fraction | None
    unit: str | None

    @property
    def is_known(self) -> bool:
        return self.lo is not None and self.lo == self.hi

    @property
    def value(self) -> Fraction:
        """The number. ValueError where it is not known: look at ``lo`` and ``hi``."""
        if self.lo is None or self.lo != self.hi:
            raise ValueError(f"not known: {self}")
        return self.lo

    def __str__(self) -> str:
        ends = ["" if end is None else str(end) for end in (self.lo, self.hi)]
        number = ends[0] if self.is_known else "..".join(ends)
        return f"{number} {self.unit}" if self.unit else number


@dataclass(frozen=True)
class Gap:
    """How far a requirement is from being met: apply the amount and it holds, any less and not."""

    kind: GapKind
    amount: Quantity
    lever: str | None  #: the datum that would close it (``si colma con``)
    lever_goes_down: bool | None  #: None where missing data decide which way
    is_unreachable: bool  #: no change of the lever within its bounds is enough: no end
    is_strict: bool  #: reaching the level is not enough: it must be passed
    failing: tuple[str, ...]  #: conditions or rows that certainly fail
    open: tuple[str, ...]  #: rows of which it is not known whether they do
    total: int  #: of conditions or rows in all; 0 where nothing is counted
    shortfall: Quantity | None  #: of rows that are compared with a level: their distances added up
    cost: Quantity | None  #: net of what the lever earns
    gross_cost: Quantity | None
    relative: Quantity | None  #: beside the level, from 0 to 1
    parts: tuple["Gap", ...]  #: all to be closed
    alternatives: tuple["Gap", ...]  #: any one is enough


@dataclass(frozen=True)
class Requirement:
    """What one requirement of a rule says."""

    name: str
    verdict: Verdict
    gap: Gap | None  #: None where the requirement does not apply


@dataclass(frozen=True)
class Waiver:
    """An act that excuses a failure for a time (``deroga``); it never changes a verdict."""

    act: str
    reason: str
    until: datetime.date | None
    is_expired: bool  #: on the survey day of the data


@dataclass(frozen=True)
class Result:
    """What one rule says of one Ambito in one year."""

    ambito: str
    year: int
    rule: str
    title: str
    category: str
    verdict: Verdict
    possible: tuple[Verdict, ...]  #: all that the verdict could still be
    is_fragile: bool  #: met, but a rule that it comes after is certainly not
    is_within_tolerance: bool  #: met only thanks to a tolerance: say so
    is_forecast: bool
    is_synthetic: bool  #: the data are invented: say so wherever you show it
    rank: int | None  #: the place among what is to be done, from 1
    relative_gap: Quantity | None
    requirements: tuple[Requirement, ...]
    missing: tuple[str, ...]  #: data that are not known
    deciding: tuple[str, ...]  #: of these, those that could change the verdict: ask for them
    assumptions: tuple[str, ...]  #: parameters that are assumed (``ipotesi``): say so
    waivers: tuple[Waiver, ...]
    cost: Quantity | None  #: of closing every open gap, net of what the levers earn
    gross_cost: Quantity | None

    def requirement(self, name: str) -> Requirement:
        """The requirement of that name. KeyError, with the names there are, where none has it."""
        for each in self.requirements:
            if each.name == name:
                return each
        names = ", ".join(each.name for each in self.requirements) or "none"
        raise KeyError(f"{self.rule} has no requirement {name!r}; it has: {names}")


@dataclass(frozen=True)
class Computed:
    """An amount that the packs compute (``calcolo``), of one Ambito in one year."""

    ambito: str
    year: int
    name: str
    amount: Quantity | None  #: None where it is not a number
    value: str | None  #: a word, where it is not a number and known


@dataclass(frozen=True)
class Difference:
    """What a change did to the result of one rule."""

    before: Result
    after: Result


@dataclass(frozen=True)
class Source:
    """What a step rests on in the law, as cited in the pack."""

    title: str
    urn: str | None
    url: str | None


@dataclass(frozen=True, eq=False)
class Step:
    """One step of a derivation, and through its parts all that it rests on.

    A step that is used twice is one object: the whole is a graph without circles, and walking it as
    a tree can take very long. Steps are compared by identity.

    >>> import leps
    >>> rulebook, builder = leps.compile(), leps.Builder()
    >>> builder.ambito("prova", 2025)["popolazione"] = 125001
    >>> results = rulebook.evaluate(rulebook.load(builder))
    >>> key = ("prova", 2025, "servizio_sociale_professionale")
    >>> requirement = results.explain(results.find(*key)).steps[0]
    >>> staff, level = requirement.parts[0].parts
    >>> staff.name, staff.place is None               # nobody gives it
    ('assistenti_sociali', True)
    >>> print(level.formula, "=", level.amount)
    livello_assistenti di popolazione = 125001/5000 FTE
    >>> law = level.parts[0]
    >>> law.name, law.confidence, law.sources[0].title
    ('livello_assistenti', 'verificato', 'Legge 30 dicembre 2020, n. 178, art. 1, comma 797')
    """

    kind: StepKind
    name: str | None  #: of a cost or what is net of it the lever's; None of what has none
    formula: Words
    amount: Quantity | None
    value: str | None  #: a word, where it is not a number and known
    place: Place | None  #: in the rules, or of a datum in the data
    confidence: str | None  #: ``verificato``, ``da verificare``, ``ipotesi``: say so
    sources: tuple[Source, ...]  #: the law that it rests on
    parts: tuple["Step", ...] = field(repr=False)


@dataclass(frozen=True)
class Explanation:
    """Why a result is what it is."""

    text: Words  #: what ``leps explain`` prints
    steps: tuple[Step, ...]  #: the conditions of the rule, in the order of its clauses

    def __str__(self) -> str:
        return self.text.it


@dataclass(frozen=True)
class BreakEven:
    """The value of a lever at which a requirement begins to hold, all else being as it is."""

    lever: str
    value: Quantity | None  #: None where no value of the lever makes a difference
    current: Quantity | None  #: what the lever is today
    margin: Quantity | None  #: how far that is beyond the turn: negative where short
    #: the requirement holds below the value and not above it; None where missing data decide
    is_upper_bound: bool | None
    is_strict: bool  #: the value itself does not do: it must be passed


@dataclass(frozen=True)
class Example:
    """One example (``esempio``) of the packs, and whether all that it expects holds."""

    title: str
    holds: bool
    place: Place  #: in the rules, where its title stands


@dataclass(frozen=True)
class Examples:
    """The examples of the packs, run; what they expect is in the packs, at their places.

    >>> import leps
    >>> outcome = leps.compile().run_examples()
    >>> outcome.examples[0].holds, outcome.failed
    (True, ())
    """

    examples: tuple[Example, ...]
    misses: Diagnostics  #: each expectation that did not come, at its place, with what came instead
    unreached: Diagnostics  #: rules, requirements, verdicts and levels that no example reaches

    @property
    def failed(self) -> tuple[Example, ...]:
        return tuple(each for each in self.examples if not each.holds)


@dataclass(frozen=True)
class RuleFile:
    """A file of rules, by which a result can be traced to the very text that gave it."""

    name: str
    pack: str
    version: str
    sha256: str


@dataclass(frozen=True)
class DataFile:
    """A file of data."""

    name: str
    sha256: str
