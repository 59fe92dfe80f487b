// What the pages of a pack need beyond the style sheet of the reports. Confidence is told by border
// and weight as well as by colour: on paper and for who does not see colours it is the same.
#include "lawbook/style.hpp"

#include "lawbook/page.hpp"

namespace leps::lawbook {

std::string style() {
  static constexpr std::string_view kSheet = R"css(
.pagine { background: var(--blu); }
.pagine ul { max-width: 60rem; margin: 0 auto; padding: 0.35rem 0.75rem; display: flex; flex-wrap: wrap; }
.pagine a { display: block; padding: 0.45rem 0.6rem; color: #ffffff; font-weight: 600; font-size: 0.92rem; text-decoration: none; }
.pagine a:hover, .pagine a[aria-current] { text-decoration: underline; text-decoration-thickness: 0.12em; text-underline-offset: 0.3em; }
.capo-pagina { padding-top: 2.25rem; margin-bottom: 0.75rem; }
.parte { margin: 2rem 0 0; scroll-margin-top: 1rem; }
.parte .t1, .versione .t1 { font-size: clamp(1.2rem, 1.1rem + 0.6vw, 1.45rem); margin: 0 0 0.7rem; }
.parte .t2 { font-size: 1.08rem; margin: 0 0 0.4rem; }
.versione { margin: 2rem 0 0; padding: 1.25rem 1.4rem; background: var(--carta); border: 1px solid var(--riga); border-left: 0.4rem solid var(--blu); }
.vigore { font-weight: 600; margin: 0 0 0.5rem; }
.chiede { font-size: 1.08rem; line-height: 1.6; margin: 0 0 0.4rem; }
.chiede .numero, .parti .numero, .leva .numero, .righe .numero { font-weight: 700; }
a.nome { color: var(--inchiostro); text-decoration-color: #7b8794; }
.parti { margin: 0 0 0.6rem; padding-left: 0.2rem; }
.parti li { position: relative; padding: 0.15rem 0 0.15rem 1.3rem; line-height: 1.6; }
.parti li::before { content: "•"; position: absolute; left: 0.2rem; color: var(--tenue); }
.requisito { background: var(--carta); border: 1px solid var(--riga); border-radius: 0.2rem; padding: 0.9rem 1.1rem; margin: 0 0 0.8rem; }
.leva, .formula { font-size: 0.94rem; margin: 0.35rem 0 0; }
.formula { color: var(--tenue); }
.formula code { overflow-wrap: anywhere; }
.fiducia { display: inline-block; padding: 0 0.4rem; border: 1.5px solid; border-radius: 0.2rem; font-size: 0.78rem; font-weight: 600; line-height: 1.5; white-space: nowrap; vertical-align: 0.08em; font-family: var(--testo); }
.fiducia.verificato { color: #17633d; border-color: #17633d; }
.fiducia.da-verificare { color: #7d4f00; border-color: #7d4f00; border-style: dashed; }
.fiducia.ipotesi { color: #ffffff; background: #8a4a00; border-color: #8a4a00; }
.codice { margin: 0; padding: 0.9rem 1.1rem; background: var(--carta); border: 1px solid var(--riga); border-radius: 0.2rem; overflow-x: auto; font-size: 0.9rem; line-height: 1.5; }
.codice code { white-space: pre-wrap; overflow-wrap: anywhere; font-size: inherit; }
.quadro th { font-weight: 600; }
.quadro .titolo { display: block; }
.quadro .sigla { color: var(--tenue); font-weight: 400; overflow-wrap: anywhere; }
.quadro .valore { font-weight: 700; }
.quadro .da { display: block; color: var(--tenue); font-size: 0.88rem; font-weight: 400; margin-top: 0.2rem; }
.quadro .giorno { white-space: nowrap; }
.quadro tbody + tbody tr:first-child th, .quadro tbody + tbody tr:first-child td { border-top: 1px solid var(--riga); }
.quadro :target, .parte:target, .esempio:target { outline: 3px solid #c77700; outline-offset: 2px; }
.verdetto-breve { font-weight: 600; white-space: nowrap; }
.esempio { margin: 0 0 1.6rem; }
.esempio .t1, .esempio .t2 { font-size: 1.05rem; margin: 0 0 0.5rem; }
.esempio .due { gap: 0.8rem; }
.regola { background: var(--carta); border: 1px solid var(--riga); border-radius: 0.2rem; padding: 0.9rem 1.1rem; margin: 0 0 0.7rem; }
.regola .titolo { font-family: var(--titoli); font-size: 1.15rem; font-weight: 700; margin: 0 0 0.3rem; }
.regola .chiede { font-size: 1rem; }
.regola .nota { margin: 0.15rem 0 0; }
.criteri { counter-reset: criterio; }
.criteri li { counter-increment: criterio; position: relative; padding: 0.3rem 0 0.3rem 2rem; }
.criteri li::before { content: counter(criterio) "."; position: absolute; left: 0; font-weight: 700; color: var(--blu); }
.grafo { background: var(--carta); padding: 0.5rem; margin-top: 0.8rem; }
.grafo svg { display: block; }
.grafo .scatola { fill: #ffffff; stroke: #2f4d6f; stroke-width: 1.5; }
.grafo .scatola.questa { fill: #173f6b; stroke: #173f6b; }
.grafo .scritta { fill: #1b2330; font: 600 13px var(--testo); }
.grafo .scritta.questa { fill: #ffffff; }
.grafo .freccia { fill: none; stroke: #5f6b7a; stroke-width: 1.5; }
.grafo .punta { fill: #5f6b7a; }
.piede { padding-top: 2.5rem; }
@media (max-width: 46rem) {
  .pagine ul { padding: 0.25rem 0.4rem; }
  .esempio .due { gap: 0.6rem; }
  .valori { min-width: 44rem; }
  .requisito, .versione { padding: 0.8rem 0.9rem; }
}
@media print {
  .pagine { display: none; }
  .capo-pagina { padding-top: 0; }
  .parte { margin-top: 1.2rem; }
  .requisito, .regola, .esempio, .codice { break-inside: avoid; }
  .scorre { overflow: visible; }
  .grafo svg { max-width: 100%; height: auto; }
  .fiducia { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";
  return std::string(html::style_sheet()) + std::string(kSheet);
}

}  // namespace leps::lawbook
