"""Answers that were definite and wrong, kept as rows with their story: a small pack, what was known, and what it
then turned out to be. completions.py compares them as it compares what it draws.
"""

HEAD = """pacchetto prova.storie versione "1"
fonte prova "Scelta di prova: il numero non viene da una norma"
unità persone, FTE, euro
categoria LEPS "Livello di prova"
"""
LIST = """elenco lista "Prova lista"
  campo nome : testo  chiave
  campo ore : FTE  almeno 0
  campo attivo : sì/no
"""
PRICED = """dato posti : persone "Prova posti"
  almeno 0
dato fissi : FTE "Prova fissi"
  almeno 0
dato extra : persone "Prova extra"
  almeno 0  al massimo 100
dato alfa : FTE "Prova alfa"
  almeno 0
dato beta : FTE "Prova beta"
  almeno 0
dato prezzo : euro/FTE "Prova prezzo"
  almeno 0
dato vero : sì/no "Prova vero"
"""


class Story:
    """`why` in a sentence; `known` and each of `then`, in which nothing is unknown, are the data of one year, as YAML
    in one line; `says`, by its place in `then`, what must be said of one: NO_VALUE, or {key of the gap: what it holds}."""

    def __init__(self, name, why, pack, known, then, says=()):
        self.name, self.why, self.known, self.then, self.says = name, why, known, then, dict(says)
        self.pack = HEAD + pack


NO_VALUE = "no value"
UNREACHABLE = {"unreachable": True, "lo": None, "hi": None}
CLOSED = {"unreachable": False, "lo": "0", "hi": "0"}


def differs(says, result):
    """What a result says that a story does not."""
    if says == NO_VALUE:
        if len(result["possible"]) > 1 and not result["missing"] and not result["deciding"]:
            return None
        return f"there is no value, and possible is {result['possible']}, missing {result['missing']}, deciding {result['deciding']}"
    gap = result["requirements"][0]["gap"]
    found = {key: gap[key] for key in says}
    return None if found == says else f"gap {found} is not {says}"


def rule(requirement, *clauses):
    return ('regola r "Prova r"\n  categoria LEPS\n  secondo prova\n  in vigore dal 1 gennaio 2021\n'
            f"  requisito q: {requirement}\n" + "".join(f"    {clause}\n" for clause in clauses))


def organico(bound):
    return LIST + f'dato organico : FTE "Prova organico"\n  {bound}  se manca somma(z.ore per ogni z in lista)\n'


def lone(aggregate):
    """A list left out may be empty, and then there is no mean, no least, no greatest, no share."""
    return LIST + rule(aggregate)


EMPTY_OR_NOT = ["dati: {}, elenchi: {lista: []}", "dati: {}, elenchi: {lista: [{nome: a, ore: 2, attivo: sì}]}",
                "dati: {}, elenchi: {lista: [{nome: a, ore: 0, attivo: no}]}"]
DATES = 'dato g1 : data "Prova g1"\ndato g2 : data "Prova g2"\ndato b : sì/no "Prova b"\n'

STORIES = [
    Story("limite_oltre_le_righe", "a datum worked out from rows may lie outside its own bounds",
          organico("almeno 1 FTE") + rule("organico almeno 1 FTE"), "dati: {}",
          ["dati: {}, elenchi: {lista: []}", "dati: {}, elenchi: {lista: [{nome: a, ore: 0}]}", "dati: {organico: 1}"]),
    Story("limite_oltre_una_riga", "the same where the row is there, and one cell is missing",
          organico("almeno 1 FTE") + rule("organico almeno 1 FTE"), "dati: {}, elenchi: {lista: [{nome: a}]}",
          ["dati: {}, elenchi: {lista: [{nome: a, ore: 0}]}", "dati: {}, elenchi: {lista: [{nome: a, ore: 3}]}"]),
    Story("limite_in_alto", "the same above",
          organico("almeno 0  al massimo 2 FTE") + rule("organico al massimo 2 FTE"), "dati: {}",
          ["dati: {}, elenchi: {lista: [{nome: a, ore: 3}]}", "dati: {organico: 2}"]),
    Story("media_di_niente", "", lone("media(z.ore per ogni z in lista) almeno 0 FTE"), "dati: {}", EMPTY_OR_NOT),
    Story("minimo_di_niente", "", lone("minimo(z.ore per ogni z in lista) almeno 0 FTE"), "dati: {}", EMPTY_OR_NOT),
    Story("massimo_di_niente", "", lone("massimo(z.ore per ogni z in lista) almeno 0 FTE"), "dati: {}", EMPTY_OR_NOT),
    Story("parte_di_niente", "", lone("percentuale(z in lista dove z.attivo) almeno 0%"), "dati: {}", EMPTY_OR_NOT),
    Story("media_di_righe_incerte", "a list that is known, none of whose rows may count",
          lone("media(z.ore per ogni z in lista dove z.attivo) almeno 0 FTE"),
          "dati: {}, elenchi: {lista: [{nome: a, ore: 2}]}",
          ["dati: {}, elenchi: {lista: [{nome: a, ore: 2, attivo: no}]}",
           "dati: {}, elenchi: {lista: [{nome: a, ore: 2, attivo: sì}]}"]),
    Story("somma_come_divisore", "a sum may be zero",
          LIST + PRICED + rule("alfa / somma(z.ore per ogni z in lista) almeno 0"), "dati: {alfa: 2}",
          ["dati: {alfa: 2}, elenchi: {lista: []}", "dati: {alfa: 2}, elenchi: {lista: [{nome: a, ore: 2}]}"]),
    Story("il_meno_caro_non_noto", "the cheapest of an `o` while one cost is not known",
          PRICED + rule("posti almeno 17 persone + extra o fissi almeno 2 FTE",
                        "si colma con posti  costo 1 euro/persone", "si colma con fissi  costo 30 euro/FTE"),
          "dati: {posti: 1, fissi: 1, extra: [0, 100]}",
          ["dati: {posti: 1, fissi: 1, extra: 0}", "dati: {posti: 1, fissi: 1, extra: 100}",
           "dati: {posti: 1, fissi: 1, extra: 14}"]),
    Story("il_prezzo_non_noto", "the cheapest of an `o` while a price is not known",
          PRICED + rule("posti almeno 17 persone o fissi almeno 2 FTE",
                        "si colma con posti  costo 1 euro/persone", "si colma con fissi  costo prezzo"),
          "dati: {posti: 1, fissi: 1}",
          ["dati: {posti: 1, fissi: 1, prezzo: 0}", "dati: {posti: 1, fissi: 1, prezzo: 17}",
           "dati: {posti: 1, fissi: 1, prezzo: 16}"]),
    Story("il_piu_vicino_non_noto", "the nearest of an `o` without costs",
          PRICED + rule("alfa almeno 3 FTE o beta almeno 10 FTE"), "dati: {alfa: 1, beta: [1, 9]}",
          ["dati: {alfa: 1, beta: 4}", "dati: {alfa: 1, beta: 9}", "dati: {alfa: 1, beta: 1}"]),
    Story("il_costo_di_una_leva_incerta", "both ends of gross and net cost, one alternative between two ends",
          PRICED + rule("alfa almeno 10 FTE o beta almeno 10 FTE",
                        "si colma con alfa  costo 1 euro/FTE", "si colma con beta  costo 1 euro/FTE"),
          "dati: {alfa: [1, 9], beta: 2}", ["dati: {alfa: 1, beta: 2}", "dati: {alfa: 9, beta: 2}"]),
    Story("forse_niente_da_pagare", "an alternative that may hold costs nothing, gross as net",
          PRICED + rule("vero o alfa almeno 10 FTE", "si colma con alfa  costo 2 euro/FTE"),
          "dati: {alfa: 4}", ["dati: {alfa: 4, vero: sì}", "dati: {alfa: 4, vero: no}"]),
    Story("vero_o_leva", "the same where both have a price",
          PRICED + rule("vero o alfa almeno 10 FTE", "si colma con vero  costo 5 euro", "si colma con alfa  costo 2 euro/FTE"),
          "dati: {alfa: [4, 9]}", ["dati: {alfa: 4, vero: sì}", "dati: {alfa: 4, vero: no}", "dati: {alfa: 9, vero: no}"]),
    Story("mai_e_mai", "two days that both never were are the same day",
          DATES + rule("g1 al massimo g2"), "dati: {g2: mai}", ["dati: {g1: mai, g2: mai}", "dati: {g1: 2025-06-01, g2: mai}"],
          {0: CLOSED, 1: CLOSED}),
    Story("mai_pari_a_mai", "",
          DATES + rule("g1 pari a g2"), "dati: {g2: mai}", ["dati: {g1: mai, g2: mai}"], {0: CLOSED}),
    Story("mai_e_mai_noti", "nothing is missing, and the gap is no day",
          DATES + rule("g1 al massimo g2"), "dati: {}", ["dati: {g1: mai, g2: mai}", "dati: {g1: mai, g2: 2025-06-01}",
                                                         "dati: {g1: 2025-06-04, g2: 2025-06-01}"]),
    Story("da_mai", "how long since what never was has no value",
          DATES + rule("g1 - g2 al massimo 30 giorni"), "dati: {g1: 2025-06-04}",
          ["dati: {g1: 2025-06-04, g2: mai}", "dati: {g1: 2025-06-04, g2: 2025-06-01}"], {0: NO_VALUE}),
    Story("da_mai_negativo", "nor is it far below zero",
          DATES + rule("data_di_rilevazione - g2 al massimo 400 giorni e b"), "dati: {b: no}",
          ["dati: {b: no, g2: mai}", "dati: {b: no, g2: 2025-06-01}"]),
    Story("fine_meno_mai", "nor from the end of a period",
          DATES + 'dato p : periodo "Prova p"\n' + rule("0 giorni al massimo fine(p) - g1"),
          "dati: {p: {dal: 2023-01-01, al: 2023-12-31}}", ["dati: {p: {dal: 2023-01-01, al: 2023-12-31}, g1: mai}"],
          {0: NO_VALUE}),
    Story("mai_meno_mai", "", DATES + rule("g1 - g2 almeno 0 giorni o g1 - g2 meno di 0 giorni"), "dati: {g1: mai}",
          ["dati: {g1: mai, g2: mai}", "dati: {g1: mai, g2: 2025-06-01}"], {0: NO_VALUE}),
    Story("leva_di_segno_ignoto", "a lever whose coefficient is zero or less must go down, if anywhere",
          'dato segno : numero "Prova segno"\n  almeno -3  al massimo 0\ndato saldo : FTE "Prova saldo"\n'
          + rule("segno * saldo almeno 3 FTE", "si colma con saldo"),
          "dati: {saldo: 4}", ["dati: {saldo: 4, segno: -3}", "dati: {saldo: 4, segno: 0}", "dati: {saldo: 4, segno: -1}"],
          {0: {"decrease": True, "lo": "5", "hi": "5"}, 1: UNREACHABLE}),
    Story("leva_che_sale_o_scende", "which way it must go is not known where the sign of its coefficient is not",
          'dato segno : numero "Prova segno"\n  almeno -3  al massimo 3\ndato saldo : FTE "Prova saldo"\n'
          + rule("segno * saldo almeno 3 FTE", "si colma con saldo"),
          "dati: {saldo: 0}", ["dati: {saldo: 0, segno: -3}", "dati: {saldo: 0, segno: 3}"],
          {0: {"decrease": True, "lo": "1", "hi": "1"}, 1: {"decrease": False, "lo": "1", "hi": "1"}}),
    Story("leva_al_limite", "a lever cannot leave the bounds of its datum",
          'dato tetto : FTE "Prova tetto"\n  almeno 0  al massimo 5\n'
          + rule("tetto almeno 8 FTE", "si colma con tetto"), "dati: {tetto: 2}", ["dati: {tetto: 2}"],
          {0: UNREACHABLE}),
    Story("leva_al_limite_in_basso", "nor go below them",
          PRICED + rule("alfa + 3 FTE al massimo 2 FTE", "si colma con alfa"), "dati: {alfa: 2}", ["dati: {alfa: 2}"],
          {0: UNREACHABLE}),
    Story("leva_forse_al_limite", "whether it would have to is not known",
          'dato tetto : FTE "Prova tetto"\n  almeno 0  al massimo 5\n' + PRICED
          + rule("tetto almeno alfa", "si colma con tetto"), "dati: {tetto: 2, alfa: [3, 9]}",
          ["dati: {tetto: 2, alfa: 3}", "dati: {tetto: 2, alfa: 9}", "dati: {tetto: 2, alfa: 5}"],
          {0: {"lo": "1", "hi": "1"}, 1: UNREACHABLE, 2: {"lo": "3", "hi": "3"}}),
    Story("fuori_portata_e_gratis", "what cannot be closed is not the cheapest, though its price is nothing",
          'dato tetto : FTE "Prova tetto"\n  almeno 0  al massimo 5\n' + PRICED
          + rule("tetto almeno 8 FTE o alfa almeno 3 FTE", "si colma con tetto  costo 0 euro/FTE",
                 "si colma con alfa  costo 2 euro/FTE"), "dati: {tetto: 2}",
          ["dati: {tetto: 2, alfa: 1}"], {0: {"chosen": 1, "lo": "2", "hi": "2", "lever": "alfa"}}),
    Story("moltiplicata_per_zero", "nor is what no change of its lever moves",
          'dato quanti : numero "Prova quanti"\n  almeno 0\n' + PRICED
          + rule("quanti * alfa almeno 8 FTE o beta almeno 3 FTE", "si colma con alfa  costo 0 euro/FTE",
                 "si colma con beta  costo 2 euro/FTE"), "dati: {alfa: 2, beta: 1}",
          ["dati: {alfa: 2, beta: 1, quanti: 0}", "dati: {alfa: 2, beta: 1, quanti: 2}", "dati: {alfa: 2, beta: 1, quanti: 4}"],
          {0: {"chosen": 1, "lo": "2", "hi": "2", "lever": "beta"}}),
    Story("misure_diverse", "alternatives that share no unit, the nearest not known",
          'dato parte : quota "Prova parte"\n' + PRICED + rule("alfa almeno 4 FTE o parte pari a 50%", "si colma con alfa"),
          "dati: {alfa: [0, 3], parte: 75%}",
          ["dati: {alfa: 0, parte: 75%}", "dati: {alfa: 3, parte: 75%}", "dati: {alfa: 1, parte: 75%}"]),
    Story("forse_senza_prezzo", "the alternative that turns out to be nearer has no cost",
          PRICED + rule("posti almeno 2 persone o alfa almeno 10 FTE", "si colma con posti  costo 2 euro/persone",
                        "si colma con alfa"), "dati: {posti: 0, alfa: [0, 3]}",
          ["dati: {posti: 0, alfa: 0}", "dati: {posti: 0, alfa: 1}", "dati: {posti: 0, alfa: 3}"]),
    Story("calcolo_di_niente", "an amount over what was worked out from rows that may not be there",
          LIST + 'dato organico : FTE "Prova organico"\n  al massimo 0  se manca media(z.ore per ogni z in lista)\n'
          'calcolo basta : sì/no "Prova basta"\n  = organico al massimo 3 FTE\n' + rule("basta"),
          "dati: {}", EMPTY_OR_NOT, {0: NO_VALUE}),
    Story("righe_che_non_contano", "rows none of which counts",
          LIST + 'dato saldo : FTE "Prova saldo"\n  almeno 0\n'
          'dato medio : FTE "Prova medio"\n  se manca media(z.ore per ogni z in lista dove z.attivo)\n'
          + rule("0 FTE - saldo più di medio"), "dati: {saldo: 1}",
          ["dati: {saldo: 1}, elenchi: {lista: [{nome: a, ore: 1, attivo: no}]}",
           "dati: {saldo: 1}, elenchi: {lista: [{nome: a, ore: 1, attivo: sì}]}"], {0: NO_VALUE}),
]
