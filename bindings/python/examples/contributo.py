"""How much each hire is worth: the State's contribution to an Ambito for its permanent social workers.

The rules are the national pack's and the residents of Lodi are ISTAT's; its staff is not published,
so that of today is SYNTHETIC, invented for this page, as the drawing says.

    python3 contributo.py [DRAWING.png]

The cells (`# %%`) open as a notebook in editors that know them.
"""

# %% The rules and the data
import pathlib
import sys
from fractions import Fraction

import leps

HERE = pathlib.Path(__file__).resolve().parent if "__file__" in globals() else pathlib.Path.cwd()
LODI = HERE.parents[2] / "fixtures" / "reali" / "lodi.yaml"
AMBITO, YEAR = "lodi", 2022

rulebook = leps.compile()  # the national pack
results = rulebook.evaluate(rulebook.load(LODI))


# %% A question: what would the contribution be with so many permanent social workers?
def with_staff(staff: Fraction) -> leps.Results:
    return results.what_if({(AMBITO, YEAR, "assistenti_ti"): staff})


def contribution(staff: Fraction) -> Fraction:
    """In euros a year, exact."""
    for computed in with_staff(staff).computed:
        if computed.name == "contributo" and computed.amount:
            return computed.amount.value
    raise LookupError("the rules compute no contributo")


# %% Where the law turns: the essential level, and the objective beyond which nothing is added
SYNTHETIC_STAFF = Fraction(41)
today = with_staff(SYNTHETIC_STAFF)


def level(rule: str, requirement: str) -> Fraction:
    """The staff at which a requirement begins to hold, exact."""
    turn = today.break_even(today.find(AMBITO, YEAR, rule), requirement).value
    if turn is None:
        raise LookupError(f"{rule}: no staff makes a difference")
    return turn.value


essential = level("personale_stabile", "stabile")
objective = level("obiettivo_assistenti", "traguardo")
at_essential = contribution(essential)
# Between the threshold and the essential level the contribution is a line: where it meets zero.
slope = at_essential - contribution(essential - 1)
threshold = essential - at_essential / slope

print(f"contributo: da {threshold} a {essential} FTE {slope} euro a FTE")
print(f"contributo pieno: {contribution(objective)} euro, con {objective} FTE")
print(f"con {SYNTHETIC_STAFF} FTE (dato sintetico): {contribution(SYNTHETIC_STAFF)} euro")

# %% The curve: exact up to here, floats for the drawing alone
staff = {essential, objective, *(Fraction(each, 2) for each in range(60, 137))}
# The threshold has no decimals that end, so no datum can have its value: there the line meets zero.
curve = sorted([(threshold, Fraction(0)), *((each, contribution(each)) for each in staff)])


# %% The drawing
def draw(path: pathlib.Path) -> None:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        sys.exit(
            "contributo.py: the drawing needs matplotlib (on Debian: the package "
            "python3-matplotlib); the numbers above do not"
        )

    def thousands(euros: Fraction) -> float:
        return float(euros / 1000)

    figure = Figure(figsize=(9, 5.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([float(x) for x, _ in curve], [thousands(y) for _, y in curve], linewidth=2.2)
    for name, at in (
        ("soglia", threshold),
        ("livello essenziale", essential),
        ("obiettivo di servizio", objective),
    ):
        axes.axvline(float(at), color="0.75", linewidth=1, zorder=0)
        axes.annotate(
            f"{name}\n{float(at):.2f} FTE".replace(".", ","),
            (float(at), thousands(curve[-1][1]) * 1.02),
            xytext=(-4, 0),
            textcoords="offset points",
            horizontalalignment="right",
            fontsize=9,
            color="0.3",
        )
    axes.plot(
        [float(SYNTHETIC_STAFF)], [thousands(contribution(SYNTHETIC_STAFF))], "o", color="tab:red"
    )
    axes.annotate(
        f"organico SINTETICO: {SYNTHETIC_STAFF} FTE",
        (float(SYNTHETIC_STAFF), thousands(contribution(SYNTHETIC_STAFF))),
        xytext=(10, -4),
        textcoords="offset points",
        color="tab:red",
        fontsize=9,
    )
    axes.set_xlabel("assistenti sociali a tempo indeterminato (FTE)")
    axes.set_ylabel("contributo statale (migliaia di euro l'anno)")
    axes.set_title(f"Ambito di Lodi, {YEAR}: quanto vale ogni assunzione", loc="left", pad=14)
    axes.set_ylim(bottom=0, top=thousands(curve[-1][1]) * 1.14)
    axes.margins(x=0.01)
    axes.spines[["top", "right"]].set_visible(False)
    figure.text(
        0.99,
        -0.02,
        "Residenti: ISTAT, 31.12.2022. Organico: dato sintetico, inventato. "
        "Regole: pacchetto nazionale, L. 178/2020, art. 1, c. 797.",
        horizontalalignment="right",
        verticalalignment="top",
        fontsize=7.5,
        color="0.4",
    )
    figure.savefig(path, dpi=150, bbox_inches="tight")
    print(f"disegno: {path}")


if len(sys.argv) == 2:
    draw(pathlib.Path(sys.argv[1]))
