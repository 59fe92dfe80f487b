"""A world that is small enough to know: two rules, one Ambito, two years."""

SMALL = """\
pacchetto prova versione "1"
fonte l178 "Legge 30 dicembre 2020, n. 178, art. 1, comma 797"
unità abitanti, FTE
categoria LEPS "Livello essenziale"
dato popolazione : abitanti "Residenti"  almeno 1  intero
dato assistenti : FTE "Assistenti sociali"  almeno 0
elenco sedi "Sedi"
  campo nome : testo "Nome"  chiave
  campo aperta : sì/no "È aperta?"
regola servizio_sociale "Un assistente sociale ogni 5.000 abitanti"
  categoria LEPS
  secondo l178
  in vigore dal 1 gennaio 2021
  requisito organico: assistenti almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti
regola sede "Una sede aperta"
  categoria LEPS
  secondo l178
  in vigore dal 1 gennaio 2021
  requisito aperta: conta(s in sedi dove s.aperta) almeno 1
ordine usuale
  per lacuna relativa
"""

SMALL_DATA = """\
ambito: prova
anni:
  2024: {dati: {popolazione: 100000, assistenti: 20}}
  2025: {dati: {popolazione: 125001, assistenti: 25}}
"""
