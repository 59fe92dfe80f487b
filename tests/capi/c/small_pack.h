/* The smallest pack that judges something: what programs in C have at hand to compile. */
#ifndef LEPS_TESTS_SMALL_PACK_H
#define LEPS_TESTS_SMALL_PACK_H

static const char kSmallPack[] =
    "pacchetto prova versione \"1\"\n"
    "fonte l1 \"Una legge\"\n"
    "unità posti\n"
    "categoria LEPS \"Livello essenziale\"\n"
    "dato posti_letto : posti \"Posti\"  almeno 0\n"
    "regola posti_minimi \"Dieci posti\"\n"
    "  categoria LEPS\n"
    "  secondo l1\n"
    "  in vigore dal 1 gennaio 2021\n"
    "  requisito letti: posti_letto almeno 10 posti\n"
    "    si colma con posti_letto\n";

#endif
