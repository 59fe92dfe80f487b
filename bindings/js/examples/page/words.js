// The words of the page, in both languages.

export const words = {
  it: {
    title: 'LEPS: verdetti e lacune di un Ambito',
    lead: 'Le regole si applicano ai dati qui, nel tuo browser: niente di ciò che scrivi parte da questa pagina.',
    other: 'English',
    rules: 'Regole',
    national: 'nazionali',
    lombardy: 'nazionali e standard lombardi',
    preview: 'nazionali e anteprima 2027 (bozza)',
    typed: 'scritte qui',
    typedRules: 'Le regole, nel linguaggio di leps',
    data: 'Dati dell\'Ambito (YAML)',
    invented: 'Dati inventati: l\'esempio non parla di nessun luogo vero. Cambiali, o incolla i tuoi.',
    judge: 'Valuta',
    save: 'Scarica i risultati (JSON)',
    answer: 'Risultati',
    foot: 'Non è un parere legale. I numeri segnati come ipotesi o da verificare vanno confermati prima di decidere.',
    synthetic: 'dati inventati',
    forecast: 'previsione',
    rank: 'Priorità',
    rule: 'Regola',
    verdict: 'Verdetto',
    gap: 'Che cosa manca',
    why: 'perché',
    lever: (name) => `con ${name}`,
    alternatives: ' oppure ',
    toActivate: (names) => `da attivare: ${names}`,
    rows: (count, total) => `${count} su ${total} non a posto`,
    ask: (names) => `dati da chiedere: ${names}`,
    between: (lo, hi) => `da ${lo} a ${hi}`,
    atLeast: (lo) => `almeno ${lo}`,
    atMost: (hi) => `al massimo ${hi}`,
    unknown: 'non si sa',
    unreachable: 'nessun cambiamento della leva basta',
    fragile: 'fragile: poggia su una regola che non è soddisfatta',
    assumptions: (names) => `poggia su ipotesi: ${names}`,
    soddisfatto: 'soddisfatto',
    parziale: 'parziale',
    non_soddisfatto: 'non soddisfatto',
    non_valutabile: 'non valutabile',
    non_applicabile: 'non applicabile',
    non_vigente: 'non vigente',
    noData: 'Nei dati non c\'è nessun Ambito.',
    failed: 'Qualcosa non ha funzionato: ',
  },
  en: {
    title: 'LEPS: verdicts and gaps of an Ambito',
    lead: 'Rules are applied to data here, in your browser: nothing that you write leaves this page.',
    other: 'Italiano',
    rules: 'Rules',
    national: 'national',
    lombardy: 'national and standards of Lombardy',
    preview: 'national and preview of 2027 (draft)',
    typed: 'written here',
    typedRules: 'The rules, in the language of leps',
    data: 'Data of the Ambito (YAML)',
    invented: 'Invented data: the example speaks of no real place. Change them, or paste yours.',
    judge: 'Evaluate',
    save: 'Download the results (JSON)',
    answer: 'Results',
    foot: 'This is not legal advice. Numbers marked as assumed or unverified have to be confirmed before deciding.',
    synthetic: 'invented data',
    forecast: 'forecast',
    rank: 'Priority',
    rule: 'Rule',
    verdict: 'Verdict',
    gap: 'What is missing',
    why: 'why',
    lever: (name) => `by ${name}`,
    alternatives: ' or ',
    toActivate: (names) => `to be activated: ${names}`,
    rows: (count, total) => `${count} of ${total} not in order`,
    ask: (names) => `data to ask for: ${names}`,
    between: (lo, hi) => `from ${lo} to ${hi}`,
    atLeast: (lo) => `at least ${lo}`,
    atMost: (hi) => `at most ${hi}`,
    unknown: 'not known',
    unreachable: 'no change of the lever is enough',
    fragile: 'fragile: it rests on a rule that is not met',
    assumptions: (names) => `rests on assumptions: ${names}`,
    soddisfatto: 'met',
    parziale: 'partly met',
    non_soddisfatto: 'not met',
    non_valutabile: 'cannot be assessed',
    non_applicabile: 'not applicable',
    non_vigente: 'not in force',
    noData: 'There is no Ambito in the data.',
    failed: 'Something did not work: ',
  },
};

/** Rules to begin with, for who wants to write some. */
export const typedRules = `pacchetto prova versione "1"

fonte l178 "Legge 30 dicembre 2020, n. 178, art. 1, comma 797"

unità abitanti, FTE

categoria LEPS "Livello essenziale"

dato popolazione : abitanti "Residenti"
  almeno 1  intero
dato assistenti_sociali : FTE "Assistenti sociali"
  almeno 0

regola servizio_sociale "Un assistente sociale ogni 5.000 abitanti"
  categoria LEPS
  secondo l178
  in vigore dal 1 gennaio 2021
  requisito organico: assistenti_sociali almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con assistenti_sociali
`;

export const typedData = `ambito: prova
nome: Ambito di prova
sintetico: sì
anni:
  2025:
    dati:
      popolazione: 125001
      assistenti_sociali: 25
`;
