// The style sheet of the reports. One column that a phone can hold, two where there is room, A4 on
// paper. Colours repeat what words and shapes say; every text has at least 4.5:1 on its ground.
// The sheet stands in the page as text of the tree, so it uses no `<`, `>` or `&`.
#include "html/html.hpp"

namespace leps::html {

std::string_view style_sheet() {
  static constexpr std::string_view kSheet = R"css(
:root {
  --inchiostro: #1b2330; --tenue: #4a5563; --riga: #d3d8df; --carta: #ffffff; --fondo: #f3f4f1;
  --blu: #173f6b; --blu-chiaro: #e9eff6;
  --soddisfatto: #17633d; --parziale: #7d4f00; --non_soddisfatto: #9c2420;
  --non_valutabile: #454189; --altro: #545d68;
  --titoli: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  --testo: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --fisso: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--fondo); color: var(--inchiostro);
  font: 1rem/1.55 var(--testo); overflow-wrap: break-word;
}
main, .testata, .piede { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
.t0, .t1, .t2, h1 { font-family: var(--titoli); line-height: 1.2; margin: 0; text-wrap: balance; }
h1, .t0 { font-size: clamp(1.8rem, 1.3rem + 2.2vw, 2.6rem); font-weight: 700; letter-spacing: -0.01em; }
.t1 { font-size: clamp(1.4rem, 1.2rem + 1vw, 1.8rem); }
.t2, .t1.capo-foglio { font-size: 1.25rem; }
.t3 { font-size: 0.95rem; line-height: 1.35; margin: 0; }
p { margin: 0 0 0.75rem; }
ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--blu); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:focus-visible { outline: 3px solid #c77700; outline-offset: 2px; }
code { font-family: var(--fisso); font-size: 0.875em; }
.salta { position: absolute; left: -60rem; }
.salta:focus { position: static; display: block; padding: 0.75rem 1.25rem; }
.definizioni { position: absolute; }
.tratteggio-fondo { fill: #ffffff; }
.tratteggio-riga { fill: #5f6b7a; }
.forma { width: 1.25em; height: 1.25em; flex: none; vertical-align: -0.25em; }
.v-soddisfatto { color: var(--soddisfatto); }
.v-parziale { color: var(--parziale); }
.v-non_soddisfatto { color: var(--non_soddisfatto); }
.v-non_valutabile { color: var(--non_valutabile); }
.v-non_applicabile, .v-non_vigente { color: var(--altro); }

.testata { padding-top: 2.5rem; padding-bottom: 0.5rem; }
.occhiello {
  margin: 0 0 0.5rem; color: var(--blu); font-size: 0.85rem; font-weight: 600; letter-spacing: 0.02em;
}
.sotto { color: var(--tenue); margin: 0.4rem 0 0; }
section, .ambito { scroll-margin-top: 1rem; }

.avviso {
  display: flex; gap: 0.75rem; align-items: baseline; margin: 1.5rem 0 0; padding: 0.85rem 1.1rem;
  border: 2px solid #7a4a00; border-left-width: 0.9rem; background: #fff6df; color: #4d2f00;
}
.avviso p { margin: 0; }
.avviso.insolito { display: block; border-color: #9c2420; background: #fdf1f0; color: #5c1210; }
.avviso.insolito .righe { margin: 0.6rem 0 0; padding-left: 1.4rem; list-style: decimal; }
.avviso.insolito ul.righe { list-style: disc; }
.quadro-pagina { padding-top: 2rem; }
.avviso strong { letter-spacing: 0.04em; }
.etichetta {
  display: inline-block; padding: 0.1rem 0.55rem; border: 1.5px solid currentColor; border-radius: 0.2rem;
  font-size: 0.75rem; font-weight: 700; letter-spacing: 0.05em; line-height: 1.5; white-space: nowrap;
}
.etichetta.sintetico, .etichetta.previsione { color: #6b4100; background: #fff6df; }
.etichetta.insolito { color: #9c2420; background: #fdf1f0; }
.etichetta.bozza { color: #4d2f00; background: #ffe9b0; border-style: dashed; }

.prima { margin: 0 0 3rem; }
.lead {
  font-family: var(--titoli); font-size: clamp(1.15rem, 1rem + 0.8vw, 1.4rem); line-height: 1.4;
  margin: 1.5rem 0 1.25rem; max-width: 44rem; text-wrap: pretty;
}
.conti { margin: 0; }
.conti tbody th { min-width: 11rem; }
.conti td.n, .conti th.n { width: auto; text-align: center; }
.conti th .parola { display: block; font-weight: 400; }
.conti td.n { font-family: var(--titoli); font-size: 1.35rem; font-weight: 700; }
.conti td.nessuno { color: var(--tenue); font-weight: 400; }
.segnati { margin: 0.6rem 0 0; }
.contati { display: flex; flex-wrap: wrap; gap: 0.1rem 0.7rem; }
.contati li { white-space: nowrap; }
.nascosta { position: absolute; left: -60rem; }
.fila { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 1rem 0 0.4rem; }
.fila a { display: block; line-height: 0; padding: 0.15rem; color: inherit; }
.fila .forma { width: 1.6rem; height: 1.6rem; }
.fila-nota { color: var(--tenue); font-size: 0.85rem; margin: 0 0 1.5rem; }

.due { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; align-items: start; }
.pila { display: grid; gap: 1.25rem; min-width: 0; }
.foglio { background: var(--carta); border: 1px solid var(--riga); border-radius: 0.2rem; padding: 1.25rem 1.4rem; }
.capo-foglio { margin-bottom: 0.9rem; }
.foglio.scuro { background: var(--blu); border-color: var(--blu); color: #ffffff; }
.foglio.scuro a { color: #ffffff; }
.elenco li { display: grid; grid-template-columns: auto 1fr; gap: 0.1rem 0.65rem; padding: 0.5rem 0; border-top: 1px solid var(--riga); }
.elenco li:first-child { border-top: 0; padding-top: 0; }
.elenco .dopo { grid-column: 2; color: var(--tenue); font-size: 0.9rem; }
.elenco .forma { margin-top: 0.15rem; }
.elenco a { color: var(--inchiostro); text-decoration-color: #9aa5b3; }
.foglio .gruppo { margin: 0 0 0.5rem; font-size: 0.88rem; font-weight: 700; }
.foglio .elenco + .gruppo { margin-top: 1.25rem; }
.passi { counter-reset: passo; }
.passi li { counter-increment: passo; position: relative; padding: 0 0 1rem 3rem; }
.passi li:last-child { padding-bottom: 0; }
.passi li::before {
  content: counter(passo); position: absolute; left: 0; top: 0.05rem; width: 2rem; height: 2rem;
  border-radius: 50%; background: #ffffff; color: var(--blu); font: 700 1.1rem/2rem var(--titoli); text-align: center;
}
.passi .titolo { font-weight: 600; display: block; }
.passi .perche { display: block; font-size: 0.92rem; color: #dbe6f2; }
.passi .quanto { display: block; font-size: 0.92rem; }
.passi + p { margin: 1rem 0 0; font-size: 0.92rem; }
.serve li { padding: 0.6rem 0; border-top: 1px solid var(--riga); }
.serve li:first-child { border-top: 0; padding-top: 0; }
.serve .quanto { display: block; font-family: var(--titoli); font-size: 1.15rem; font-weight: 700; line-height: 1.3; }
.serve .che { display: block; font-size: 0.95rem; }
.serve .righe li { padding-top: 0.15rem; padding-bottom: 0.15rem; border: 0; }
.serve .costo { display: block; color: var(--tenue); font-size: 0.9rem; }
.totale { margin: 0.6rem 0 0; padding-top: 0.75rem; border-top: 3px double var(--inchiostro); }
.totale strong { font-family: var(--titoli); font-size: 1.35rem; display: block; }
.nota { color: var(--tenue); font-size: 0.88rem; }
.foglio p:last-child { margin-bottom: 0; }

.carte { margin: 0 0 3rem; }
.aree { margin: 0 0 3rem; }
.aree .parte { margin: 1.5rem 0 0; padding-top: 0.75rem; border-top: 1px solid var(--riga); break-inside: avoid-page; }
.aree .elenco, .aree .righe { margin: 0.5rem 0; }
.carte .t1, .metodo .t1 { margin: 0 0 1.25rem; }
.carta {
  background: var(--carta); border: 1px solid var(--riga); border-left: 0.4rem solid currentColor;
  border-radius: 0.2rem; padding: 1.4rem 1.5rem; margin: 0 0 1.25rem; scroll-margin-top: 1rem;
}
.corpo { color: var(--inchiostro); }
.carta .verdetto { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.6rem; margin: 0 0 0.6rem; font-weight: 700; }
.carta .verdetto .forma { width: 1.7rem; height: 1.7rem; }
.carta .parola { font-size: 1.05rem; }
.carta .spazio { flex: 1; }
.posto { color: var(--blu); font-weight: 600; font-size: 0.9rem; }
.etichetta { color: var(--tenue); }
.meta { color: var(--tenue); font-size: 0.88rem; margin: 0.3rem 0 0.9rem; }
.meta code { overflow-wrap: anywhere; }
.frase { font-size: 1.05rem; margin: 0 0 0.9rem; }
.requisito { margin: 0 0 1.1rem; padding: 0.9rem 0 0; border-top: 1px solid var(--riga); }
.requisito .t3 { margin-bottom: 0.4rem; }
.barra { display: block; height: 1rem; margin: 0.5rem 0 0.25rem; }
.barra .vuoto { fill: #ffffff; }
.barra .pieno { fill: #2f4d6f; }
.barra .bordo { fill: none; stroke: #2f3b49; stroke-width: 1.5; }
.barra-nota { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; color: var(--tenue); font-size: 0.88rem; margin: 0 0 0.7rem; }
.settimana { margin: 0.7rem 0 0; font-size: 0.88rem; color: var(--tenue); }
.settimana svg { display: block; width: 100%; height: auto; margin-bottom: 0.3rem; }
.settimana text { font: 26px var(--testo); fill: #1b2330; }
.settimana .giorno { text-anchor: end; }
.settimana .ora { text-anchor: middle; }
.settimana .vuoto { fill: #ffffff; }
.settimana .pieno { fill: #2f4d6f; }
.settimana .bordo { fill: none; stroke: #2f3b49; stroke-width: 3; }
.settimana path { stroke: #7c8896; stroke-width: 1; opacity: 0.6; }
.settimana .sesta { stroke-width: 3; }
.condizioni li { padding-left: 1.5rem; position: relative; margin: 0 0 0.35rem; }
.condizioni .condizioni { margin-top: 0.35rem; }
.condizioni li .segno { position: absolute; left: 0; font-weight: 700; }
.formule { margin: 0.7rem 0 0; font-size: 0.92rem; display: grid; grid-template-columns: 8.5rem 1fr; gap: 0.3rem 0.75rem; }
.formule dt { color: var(--tenue); }
.formule dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.formule code { white-space: pre-wrap; }
.carta .capo { margin: 1.1rem 0 0.45rem; padding-top: 0.9rem; border-top: 1px solid var(--riga); }
.righe li { padding: 0.35rem 0 0.35rem 1.1rem; position: relative; font-size: 0.94rem; }
ul.righe li::before { content: "–"; position: absolute; left: 0; color: var(--tenue); }
.righe .valore { font-weight: 700; }
.righe .da { display: block; color: var(--tenue); font-size: 0.88rem; }
summary { cursor: pointer; padding: 0.45rem 0; font-weight: 600; }
.importi summary { font-weight: 400; border-top: 1px solid var(--riga); }
.passaggi { margin-top: 0.9rem; border-top: 1px solid var(--riga); }
.dettagli { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; margin-top: 1.1rem; padding-top: 0.9rem; border-top: 1px solid var(--riga); }
.dettagli section { min-width: 0; padding-bottom: 0.8rem; }
.dettagli .t3 { margin-bottom: 0.3rem; }
.righe .da code { overflow-wrap: anywhere; }
.riquadro { margin: 1rem 0 0; padding: 0.8rem 1rem; border: 1px solid; border-left-width: 0.3rem; font-size: 0.94rem; }
.riquadro .t3 { margin: 0 0 0.35rem; }
.riquadro.ipotesi { border-color: #7d4f00; background: #fff9ec; }
.riquadro.verifica { border-color: #7d4f00; border-style: dotted; border-left-style: solid; }
.riquadro.manca { border-color: #454189; background: #f4f4fb; border-style: dashed; border-left-style: solid; }
.riquadro.deroga { border-color: var(--blu); background: var(--blu-chiaro); }
.riquadro.insolito { border-color: #9c2420; background: #fdf1f0; border-style: double solid double solid; }
.riquadro.fragile { border-color: #9c2420; background: #fdf1f0; }
.riquadro .righe li { font-size: inherit; }
.riquadro p { margin: 0; }
.capo-totali { font-size: 1.25rem; margin: 1.5rem 0 0.4rem; }
.quadro { width: 100%; border-collapse: collapse; background: var(--carta); font-size: 0.95rem; }
.scorre { overflow-x: auto; border: 1px solid var(--riga); border-radius: 0.2rem; }
.quadro th, .quadro td { padding: 0.55rem 0.75rem; text-align: left; border-bottom: 1px solid var(--riga); vertical-align: top; }
.quadro thead th { font-size: 0.85rem; color: var(--tenue); vertical-align: bottom; }
.quadro td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.quadro th.n { text-align: right; width: 6.2rem; }
.quadro .quale { min-width: 12rem; }
.quadro tbody tr:last-child td, .quadro tbody tr:last-child th { border-bottom: 0; }
.ambito { margin: 0; padding: 2.5rem 0 0; }
.ambito + .ambito { border-top: 4px solid var(--inchiostro); }
.metodo { padding: 2.5rem 0; border-top: 4px solid var(--inchiostro); }
.metodo .colonne { columns: 2; column-gap: 2.25rem; margin-bottom: 1.5rem; }
.metodo .voce { break-inside: avoid; padding-bottom: 1.1rem; }
.metodo .voce .t2 { font-size: 1.08rem; margin-bottom: 0.3rem; }
.metodo .voce p, .metodo .voce li { font-size: 0.94rem; }
.metodo .voce li { display: grid; grid-template-columns: auto 1fr; gap: 0.6rem; margin-bottom: 0.35rem; }
.impronta { font-size: 0.75rem; overflow-wrap: anywhere; }
.piede-carta { display: none; }
.livelli { margin: 0 0 2rem; }
.livelli .nota { margin: 0.5rem 0 0; }
.fitto { font-size: 0.82rem; line-height: 1.35; }
.fitto th, .fitto td { padding: 0.25rem 0.45rem; }
.fitto th:first-child { width: 34%; }
.fitto td:nth-child(2) { white-space: nowrap; }
.assemblea .t0 { font-size: 1.7rem; }
.assemblea .lead { font-size: 1.05rem; max-width: none; margin: 0.8rem 0; }
.assemblea .conti th, .assemblea .conti td { padding: 0.25rem 0.45rem; }
.assemblea .conti td.n { font-size: 1rem; }
.assemblea .avviso { margin-top: 0.8rem; padding: 0.4rem 0.8rem; }
.assemblea .due { margin-top: 0.9rem; }
.assemblea .foglio { padding: 0.8rem 1rem; }
.assemblea .passi li { padding-bottom: 0.6rem; }
.assemblea .serve li { padding: 0.35rem 0; }
.fitto tbody th { font-weight: 600; }
.piede { padding-top: 0; padding-bottom: 3rem; color: var(--tenue); font-size: 0.88rem; }

@media (max-width: 46rem) {
  .metodo .colonne { columns: auto; }
  .due { display: flex; flex-direction: column; align-items: stretch; }
  .pila { display: contents; }
  .secondo { order: 1; }
  .terzo { order: 2; }
  .in-fondo { order: 3; }
  .dettagli { display: block; }
  .quadro thead .parola { position: absolute; left: -60rem; }
  .conti th, .conti td { padding: 0.4rem 0.35rem; }
  .conti tbody th { min-width: 0; font-size: 0.88rem; }
  .conti td.n { font-size: 1.1rem; }
  .formule { display: block; }
  .formule dd { margin: 0 0 0.5rem; }
  .carta, .foglio { padding: 1.1rem 1.05rem; }
  main, .testata, .piede { padding-left: 1rem; padding-right: 1rem; }
}
@media print {
  @page { size: A4; margin: 15mm 14mm 18mm; @bottom-right { content: "pagina " counter(page) " di " counter(pages); font: 8pt system-ui, sans-serif; color: #4a5563; } }
  @page inglese { @bottom-right { content: "page " counter(page) " of " counter(pages); } }
  :lang(en) body { page: inglese; }
  body { display: table; table-layout: fixed; width: 100%; }
  .piede-carta { display: table-footer-group; break-inside: avoid; font-size: 8pt; color: var(--tenue); }
  .assemblea .piede { display: none; }
  html:has(.assemblea) { font-size: 8.7pt; }
  .livelli { break-before: page; margin: 0; }
  :root { --fondo: #ffffff; }
  html { font-size: 8.6pt; }
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main, .testata, .piede { max-width: none; padding-left: 0; padding-right: 0; }
  .salta, .passaggi:not([open]), .passaggi summary { display: none; }
  .importi summary { padding: 0.15rem 0; }
  .testata { padding-top: 0; }
  a { color: inherit; text-decoration: none; }
  .fonti a.fuori::after { content: " (" attr(href) ")"; font-size: 0.85em; color: var(--tenue); overflow-wrap: anywhere; }
  .foglio.scuro { background: #ffffff; color: var(--inchiostro); border: 2px solid var(--blu); }
  .foglio.scuro a { color: inherit; }
  .passi .perche { color: var(--tenue); }
  .passi li::before { background: var(--blu); color: #ffffff; }
  .ambito { padding-top: 0; }
  .ambito + .ambito, .carte { break-before: page; }
  .ambito + .ambito, .metodo { border-top: 0; }
  .quadro-pagina + .ambito { break-before: page; }
  .riquadro, .settimana, .conti, .fila, .avviso, .voce, .passi li, .assemblea .foglio { break-inside: avoid; }
  h1, .t0, .t1, .t2, .t3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .metodo { padding: 0; }
  .carta { margin-bottom: 4mm; padding: 0.8rem 1rem; }
  .carta .verdetto, .carta header { break-after: avoid; }
  .importi { break-before: auto; }
  .prima { margin-bottom: 0; }
  .foglio { padding: 1rem 1.15rem; }
  .lead { margin: 1rem 0 0.9rem; }
  .pila, .due { gap: 0.9rem; }
  .conti td.n { font-size: 1.1rem; }
  .fila-nota { margin-bottom: 0.9rem; }
}
)css";
  return kSheet;
}

}  // namespace leps::html
