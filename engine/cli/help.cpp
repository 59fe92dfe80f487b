// Pages of at most 80 columns, so that they hold on any terminal. A test checks that each names
// every option that its command takes, and no other.
#include "cli/help.hpp"

namespace leps::cli {
namespace {

struct Page {
  std::string_view it, en;
  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::italian ? it : en;
  }
};

constexpr Page kWelcome = {
    R"(leps: livelli essenziali dei servizi sociali, verificati sui dati di un Ambito.

Legge le regole, con la norma accanto a ogni numero, e i dati di un Ambito; dice
quali livelli sono raggiunti, quanto manca agli altri, che cosa fare per primo e
perché.

Per cominciare:
  leps check --data dati.yaml       i risultati di un Ambito
  leps explain servizio_sociale_professionale --data dati.yaml
                                    da dove viene un risultato: dati e norma
  leps test                         prova le regole sui loro esempi

Per saperne di più:
  leps help                         tutti i comandi
  leps help check                   un comando e le sue opzioni
  leps --lang en                    this page in English
)",
    R"(leps: the essential levels of social services, checked on an Ambito's data.

It reads rules, with the law beside every number, and the data of an Ambito (a
local authority for social services); it says which levels are met, how far off
the others are, what to do first and why.

To begin:
  leps check --data data.yaml       the results of an Ambito
  leps explain servizio_sociale_professionale --data data.yaml
                                    where a result comes from: data and law
  leps test                         runs the examples of the rules

To learn more:
  leps help --lang en               all the commands
  leps help check --lang en         one command and its options
  leps                              questa pagina in italiano
)"};

constexpr Page kOverview = {
    R"(leps: livelli essenziali dei servizi sociali, verificati sui dati di un Ambito.

Comandi:
  leps check [REGOLE…] --data DATI…   verdetti, lacune e priorità di ogni Ambito
  leps explain REGOLA --data DATI…    tutta la derivazione di un risultato
  leps explain CODICE                 che cosa significa un messaggio
  leps test [REGOLE…]                 prova gli esempi scritti nelle regole
  leps lint [REGOLE…]                 tutto ciò che nelle regole non va
  leps fmt FILE…                      mette le regole nella forma canonica
  leps doc [REGOLE…] --out CARTELLA   le regole in pagine che un giurista legge
  leps template [REGOLE…] --out FILE  il modulo vuoto dei dati da raccogliere
  leps help [COMANDO]                 questa pagina, o quella di un comando

REGOLE e DATI sono file o cartelle (.leps; .yaml, .json, .csv, .xlsx e .ods).
Senza REGOLE si usano quelle nazionali, fornite con il programma.

Opzioni di tutti i comandi:
  --lang it|en                la lingua di messaggi e risultati
  --color auto|always|never   i colori; auto: solo su un terminale
  -h, --help                  la pagina del comando
  --version                   la versione del programma

I risultati vanno sullo standard output, i messaggi sullo standard error.

Stato d'uscita:
  0  ogni risultato è soddisfatto, non_applicabile o non_vigente
  1  qualche risultato non lo è; qualche esempio non torna
  2  la riga di comando è sbagliata
  3  le regole hanno errori
  4  i dati hanno errori, o nessun Ambito è stato letto
  5  un file non si è potuto leggere o scrivere
)",
    R"(leps: the essential levels of social services, checked on an Ambito's data.

Commands:
  leps check [RULES…] --data DATA…    verdicts, gaps and priorities
  leps explain RULE --data DATA…      the whole derivation of one result
  leps explain CODE                   what a message means
  leps test [RULES…]                  runs the examples written in the rules
  leps lint [RULES…]                  all that is wrong with the rules
  leps fmt FILE…                      puts rules in their canonical layout
  leps doc [RULES…] --out FOLDER      the rules as pages that a lawyer can read
  leps template [RULES…] --out FILE   the empty form of the data to collect
  leps help [COMMAND]                 this page, or that of a command

RULES and DATA are files or folders (.leps; .yaml, .json, .csv, .xlsx and .ods).
Without RULES, the national ones shipped with the program are used.

Options of every command:
  --lang it|en                the language of messages and results
  --color auto|always|never   colours; auto: on a terminal only
  -h, --help                  the page of the command
  --version                   the version of the program

Results go to standard output, messages to standard error.

Exit status:
  0  every result is soddisfatto, non_applicabile or non_vigente
  1  some result is not; some example fails
  2  the command line is wrong
  3  the rules have errors
  4  the data have errors, or no Ambito was read
  5  a file could not be read or written
)"};

constexpr Page kCheck = {R"(leps check [REGOLE…] --data DATI…

Verdetti, lacune e priorità di ogni Ambito. DATI è un file o una cartella; si
può dare più volte. Senza REGOLE si usano quelle nazionali.

Un file .yaml o .json ha i dati di un Ambito. Un .csv, o un foglio di un .xlsx o
.ods, ha una riga per Ambito e anno: le colonne ambito e anno, poi una per dato.
La tabella di un elenco si chiama come l'elenco: ambito, anno, poi i campi.

  --data DATI…         i dati: file o cartelle
  --ambito AMBITO      solo questo Ambito (la sua chiave nei dati)
  --year ANNO          solo questo anno
  --order NOME         quale 'ordine' delle regole decide le priorità;
                       senza: il primo che dichiarano
  --format FORMATO     text, json, csv, md, html o xlsx; senza: come dice il
                       nome del file di --out, altrimenti text; xlsx vuole
                       --out
  --out FILE           scrive qui invece che sullo standard output: .txt, .html,
                       .md, .csv, .xlsx o .json; sostituisce solo un report
  --keep-good          se i dati hanno errori usa ciò che si legge bene, e dice
                       che cosa ha lasciato fuori (lo stato d'uscita resta 4)
  --report-findings FILE  scrive che cosa correggere, Ambito per Ambito, da
                       rimandare a chi ha dato i dati
  --lang it|en         la lingua di messaggi e risultati
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Esempi:
  leps check --data lodi.yaml
  leps check --data dati.xlsx --data comuni.csv
  leps check --data ambiti/ --year 2025 --out rapporto.html
  leps check rules/nazionale mie_regole.leps --data ambiti/ --format csv

Stato d'uscita: 0 se ogni risultato è soddisfatto, non_applicabile o
non_vigente; 1 se qualcuno non lo è; 2 riga di comando, 3 regole, 4 dati con
errori, o nessun Ambito letto; 5 file che non si legge o non si scrive.
)",
                         R"(leps check [RULES…] --data DATA…

Verdicts, gaps and priorities of each Ambito. DATA is a file or a folder; it may
be given several times. Without RULES, the national ones are used.

A .yaml or .json file holds the data of one Ambito. A .csv, or a sheet of an
.xlsx or .ods, has a row for each Ambito and year: the columns ambito and anno,
then one for each datum. The table of a list bears its name: ambito, anno, the
fields.

  --data DATA…         the data: files or folders
  --ambito AMBITO      only this Ambito (its key in the data)
  --year YEAR          only this year
  --order NAME         which 'order' of the rules decides the priorities;
                       without: the first that they declare
  --format FORMAT      text, json, csv, md, html or xlsx; without: as the name
                       of the --out file says, else text; xlsx needs --out
  --out FILE           writes here instead of to standard output: .txt, .html,
                       .md, .csv, .xlsx or .json; replaces only a report
  --keep-good          where the data have errors, uses what can be read well,
                       and says what it left out (the exit status stays 4)
  --report-findings FILE  writes what to mend, by Ambito, to be sent back to
                       who gave the data
  --lang it|en         the language of messages and results
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Examples:
  leps check --data lodi.yaml
  leps check --data dati.xlsx --data comuni.csv
  leps check --data ambiti/ --year 2025 --out report.html
  leps check rules/nazionale my_rules.leps --data ambiti/ --format csv

Exit status: 0 if every result is soddisfatto, non_applicabile or non_vigente;
1 if some is not; 2 command line, 3 rules, 4 data with errors, or no Ambito
read; 5 a file cannot be read or written.
)"};

constexpr Page kExplain = {R"(leps explain REGOLA --data DATI…
leps explain CODICE

Tutta la derivazione di un risultato: la norma, la formula con i numeri, i dati
e dove sono scritti, che cosa manca. Se i dati hanno più Ambiti o più anni li
spiega tutti, uno dopo l'altro.

Con il CODICE di un messaggio, come unit/mismatch, dice che cosa significa,
perché non si accetta, e un esempio sbagliato e uno giusto. Con un gruppo, come
unit/, elenca i suoi codici.

  --codes              elenca tutti i codici dei messaggi
  --data DATI…         i dati: file o cartelle
  --rules REGOLE…      le regole: file o cartelle; senza: quelle nazionali
  --ambito AMBITO      solo questo Ambito (la sua chiave nei dati)
  --year ANNO          solo questo anno
  --order NOME         quale 'ordine' delle regole decide le priorità
  --out FILE           scrive qui invece che sullo standard output
  --keep-good          se i dati hanno errori usa ciò che si legge bene
  --lang it|en         la lingua di messaggi e risultati
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Esempi:
  leps explain servizio_sociale_professionale --data lodi.yaml --year 2025
  leps explain unit/mismatch

Stato d'uscita: come 'leps check', per i risultati spiegati.
)",
                           R"(leps explain RULE --data DATA…
leps explain CODE

The whole derivation of one result: the law, the formula with its numbers, the
data and where they are written, what is missing. Where the data have several
Ambiti or years it explains them all, one after the other.

With the CODE of a message, such as unit/mismatch, it says what it means, why it
is refused, and gives a wrong and a right example. With a group, such as unit/,
it lists its codes.

  --codes              lists every code of a message
  --data DATA…         the data: files or folders
  --rules RULES…       the rules: files or folders; without: the national ones
  --ambito AMBITO      only this Ambito (its key in the data)
  --year YEAR          only this year
  --order NAME         which 'order' of the rules decides the priorities
  --out FILE           writes here instead of to standard output
  --keep-good          where the data have errors, uses what can be read well
  --lang it|en         the language of messages and results
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Examples:
  leps explain servizio_sociale_professionale --data lodi.yaml --year 2025
  leps explain unit/mismatch

Exit status: as 'leps check', for the results explained.
)"};

constexpr Page kTest = {R"(leps test [REGOLE…]

Prova ogni 'esempio' scritto nelle regole; di quelli che non tornano dice dove,
che cosa si aspettano e che cosa risulta. Poi elenca ciò che nessun esempio
raggiunge. Senza REGOLE prova quelle nazionali.

Con --mutate cambia le regole, un poco alla volta ('almeno' in 'più di', una
cifra, una clausola in meno), e dice di quali cambiamenti nessun esempio si
accorge, con un Ambito che farebbe la differenza.

  --mutate             prova gli esempi su regole cambiate
  --format text|json   il formato dei risultati
  --out FILE           scrive qui invece che sullo standard output
  --lang it|en         la lingua di messaggi e risultati
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Stato d'uscita: 0 se tutti gli esempi tornano (con --mutate: e si accorgono di
ogni cambiamento), 1 se no; 2 riga di comando, 3 regole con errori; 5 file che
non si legge o non si scrive.
)",
                        R"(leps test [RULES…]

Runs every 'example' written in the rules; of those that fail it says where,
what they expect and what came out. Then it lists what no example reaches.
Without RULES it tests the national ones.

With --mutate it changes the rules, a little at a time ('at least' into 'more
than', a digit, one clause less), and says which changes no example notices,
with an Ambito that would tell.

  --mutate             tries the examples on changed rules
  --format text|json   the format of the results
  --out FILE           writes here instead of to standard output
  --lang it|en         the language of messages and results
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Exit status: 0 if every example holds (with --mutate: and every change is
noticed), 1 if not; 2 command line, 3 rules with errors; 5 a file cannot be
read or written.
)"};

constexpr Page kLint = {R"(leps lint [REGOLE…]

Tutto ciò che nelle regole non va, senza bisogno di dati: gli errori, ciò che
nessun esempio raggiunge, i requisiti che nessun Ambito può mancare o nessuno
può soddisfare, i nomi che nessuno usa. Le note dicono che cosa è un'ipotesi.
Senza REGOLE controlla quelle nazionali.

  --strict             anche un avviso basta per uno stato d'uscita 1
  --format text|json   il formato dei risultati
  --out FILE           scrive qui invece che sullo standard output
  --lang it|en         la lingua di messaggi e risultati
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Stato d'uscita: 0 se non ci sono errori (con --strict: nemmeno avvisi, o 1);
2 riga di comando, 3 regole con errori; 5 file che non si legge o non si scrive.
)",
                        R"(leps lint [RULES…]

All that is wrong with the rules, without need of data: the errors, what no
example reaches, requirements that no Ambito can fail or none can meet, names
that nobody uses. Notes say what is an assumption. Without RULES it checks the
national ones.

  --strict             a warning too is enough for an exit status of 1
  --format text|json   the format of the results
  --out FILE           writes here instead of to standard output
  --lang it|en         the language of messages and results
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Exit status: 0 if there are no errors (with --strict: no warnings either, or
1); 2 command line, 3 rules with errors; 5 a file cannot be read or written.
)"};

constexpr Page kFmt = {R"(leps fmt [--check] FILE…

Riscrive le regole nella forma canonica, commenti compresi, senza cambiarne il
significato. Un file con errori di scrittura resta com'è. Con '-' legge dallo
standard input e scrive sullo standard output.

  --check              non scrive niente: elenca i file che cambierebbero
  --to it|en           riscrive le parole del linguaggio in italiano o in
                       inglese; i nomi non si traducono mai
  --lang it|en         la lingua dei messaggi
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Stato d'uscita: 0 se è andato tutto bene; con --check, 1 se qualche file
cambierebbe; 2 riga di comando, 3 file con errori; 5 file che non si legge o
non si scrive.
)",
                       R"(leps fmt [--check] FILE…

Rewrites rules in their canonical layout, comments included, without changing
what they mean. A file with mistakes in its writing stays as it is. With '-' it
reads standard input and writes standard output.

  --check              writes nothing: lists the files that would change
  --to it|en           rewrites the words of the language in Italian or in
                       English; names are never translated
  --lang it|en         the language of messages
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Exit status: 0 if all went well; with --check, 1 if some file would change; 2
command line, 3 files with mistakes; 5 a file cannot be read or written.
)"};

constexpr Page kDoc = {R"(leps doc [REGOLE…] --out CARTELLA

Le regole in pagine HTML, da controllare con la norma accanto: di ogni regola
che cosa chiede in parole, com'è scritta, da quando vale, con quali numeri nel
tempo e quanto certi, da quali fonti, su quali dati e chi li ha, con gli esempi.
Si leggono da file e si stampano. Senza REGOLE si usano quelle nazionali.

  --out CARTELLA       la cartella da scrivere; se c'è già può contenere solo
                       pagine di 'leps doc', che vengono riscritte
  --lang it|en         la lingua di messaggi e pagine
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Esempio:
  leps doc rules/nazionale --out pagine

Stato d'uscita: 0 se le pagine sono scritte; 2 riga di comando, 3 regole con
errori; 5 file che non si legge o non si scrive.
)",
                       R"(leps doc [RULES…] --out FOLDER

The rules as HTML pages, to be checked with the law beside them: of every rule
what it asks in words, how it is written, since when it holds, with which
numbers through time and how sure, from which sources, on which data and who
holds them, with its examples. They are read from files and print well. Without
RULES the national ones are used.

  --out FOLDER         the folder to write; where it is there already it may
                       hold only pages of 'leps doc', which are written again
  --lang it|en         the language of messages and pages
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Example:
  leps doc rules/nazionale --out pages

Exit status: 0 if the pages are written; 2 command line, 3 rules with errors; 5
a file cannot be read or written.
)"};

constexpr Page kForm = {R"(leps template [REGOLE…] --out FILE

Il modulo vuoto di ciò che le regole chiedono: ogni dato con unità, limiti e chi
lo ha, ogni elenco, ogni gruppo. Si compila e si dà a 'leps check --data'; ciò
che resta vuoto non è noto. Senza REGOLE si usano quelle nazionali.

  --out FILE           il file da scrivere; la fine del nome dice che modulo è:
                       .yaml un file di testo, per un Ambito
                       .xlsx un foglio di calcolo, con le istruzioni
                       .csv  una tabella; accanto, una per ogni elenco
  --force              sostituisce un modulo che c'è già, anche se compilato
  --ambito AMBITO      la chiave dell'Ambito; senza: da scrivere nel modulo
  --year ANNO          l'anno dei dati; senza: quello in cui entra in vigore la
                       regola più recente
  --lang it|en         la lingua di messaggi e modulo
  --color auto|always|never
  -h, --help           questa pagina
  --version            la versione del programma

Esempi:
  leps template --out modulo.xlsx
  leps template rules/nazionale --ambito lodi --year 2025 --out lodi.yaml

Stato d'uscita: 0 se il modulo è scritto; 2 riga di comando, 3 regole con
errori; 5 file che non si legge o non si scrive.
)",
                        R"(leps template [RULES…] --out FILE

The empty form of what the rules ask: every datum with its unit, its bounds and
who holds it, every list, every group. It is filled in and given to 'leps check
--data'; what stays empty is not known. Without RULES, the national ones.

  --out FILE           the file to write; the end of its name says which form:
                       .yaml a text file, for one Ambito
                       .xlsx a workbook, with instructions
                       .csv  a table; beside it, one for each list
  --force              replaces a form that is there, be it filled in
  --ambito AMBITO      the key of the Ambito; without: to be written in the form
  --year YEAR          the year of the data; without: that in which the newest
                       rule comes into force
  --lang it|en         the language of messages and form
  --color auto|always|never
  -h, --help           this page
  --version            the version of the program

Examples:
  leps template --out form.xlsx
  leps template rules/nazionale --ambito lodi --year 2025 --out lodi.yaml

Exit status: 0 if the form is written; 2 command line, 3 rules with errors; 5 a
file cannot be read or written.
)"};

}  // namespace

std::string_view welcome(Language language) { return kWelcome.in(language); }
std::string_view overview(Language language) { return kOverview.in(language); }

std::string_view help_page(Command command, Language language) {
  switch (command) {
    case Command::check:
      return kCheck.in(language);
    case Command::explain:
      return kExplain.in(language);
    case Command::test:
      return kTest.in(language);
    case Command::lint:
      return kLint.in(language);
    case Command::fmt:
      return kFmt.in(language);
    case Command::doc:
      return kDoc.in(language);
    case Command::form:
      return kForm.in(language);
    case Command::welcome:
    case Command::help:
    case Command::version:
      break;
  }
  return overview(language);
}

}  // namespace leps::cli
