"""Sentences that a plan on any theme might hold, in Norwegian bokmål. `{0}` is a task, agency or area of the guide."""

NOTICE = "Planen er laget av et dataprogram for å prøve ut plankit. Ingenting i den er vedtatt, og ingen har skrevet den."

GOALS = (
    "Alle ansatte vet hva de skal gjøre.",
    "Den som trenger hjelp, får den i tide.",
    "Tjenestene arbeider sammen om hver sak.",
    "Innbyggerne finner fram til rett tilbud.",
    "Rutinene er kjent og i bruk i alle enheter.",
    "Flere saker blir oppdaget tidlig.",
    "Ingen blir stående mellom to tjenester.",
    "Kunnskapen i tjenestene er oppdatert.",
    "Ledelsen følger med på om tiltakene virker.",
)
MEASURES = (
    "Lage skriftlig rutine",
    "Gjøre rutinen kjent i alle enheter",
    "Holde årlig opplæring for ansatte",
    "Inngå skriftlig avtale om samarbeid",
    "Oppdatere opplysningene på kommunens nettsider",
    "Øve på en oppdiktet sak hvert år",
    "Kartlegge behovet og legge fram resultatet",
    "Utpeke en kontaktperson i hver enhet",
    "Prøve ut et nytt tilbud i ett år",
    "Gå gjennom tilbudet sammen med brukerne",
    "Ta temaet opp i medarbeidersamtaler",
    "Innføre faste møter mellom tjenestene",
    "Føre statistikk og legge den fram for utvalget",
)
DESCRIPTIONS = (
    "Tiltaket gjelder {0} og innarbeides i virksomhetens årshjul.",
    "{0} har ansvar for å ta med de andre tjenestene tidlig.",
    "Arbeidet starter med en kort kartlegging. Deretter legges det fram et forslag for ledergruppen.",
    "Tiltaket bygger på erfaringene fra forrige planperiode, der bare deler ble gjennomført.",
    "Alle enheter deltar. De minste enhetene kan samarbeide om å gjennomføre tiltaket.",
    "Resultatet meldes til kommunedirektøren hvert år, også når det ikke er kommet i gang.",
)
KINDS = ("nytt", "videreført", "eksisterende", "utredning")
STATUSES = ("planlagt", "pågår", "ikke startet", "gjennomført", "løpende")
COSTS = ("innenfor ramme", "50 000 kroner", "150 000 kroner per år", "avklares i økonomiplanen")
RESULTS = (
    "Rutinen er skrevet og sendt ut.",
    "Halvparten av enhetene har deltatt.",
    "Arbeidet er ikke kommet i gang.",
    "Avtalen er inngått.",
)
OBSTACLES = (
    "Stillingen har stått ledig.",
    "Det ble ikke satt av penger.",
    "Flere enheter har fått ny leder.",
)
OUTCOMES = ("fortsette", "revidere", "forlenge", "stoppe")
ANSWERS = ("oppfylt", "delvis oppfylt", "ikke oppfylt", "ikke aktuelt")
REASONS = ("Se tiltakene.", "Arbeidet er i gang.", "Kommunen har ikke tatt stilling til dette.")
FIGURES = (
    "Henvendelser",
    "Saker som er avsluttet",
    "Ansatte som har fått opplæring",
    "Møter mellom tjenestene",
)
INDICATORS = (
    "Andel enheter som har rutinen",
    "Andel ansatte som har fått opplæring",
    "Antall saker der flere tjenester samarbeider",
    "Andel brukere som er fornøyd",
)
STEPS = (
    "Ta vare på den det gjelder, og lytt.",
    "Drøft saken med nærmeste leder samme dag.",
    "Meld fra skriftlig til rett instans.",
    "Avtal hvem som følger opp, og når.",
    "Skriv ned hva som er gjort, og hvorfor.",
)
SECTIONS = (
    ("Forord", "forord"),
    ("Innledning", "innledning"),
    ("Mål", "mål"),
    ("Innsatsområder og tiltak", "innsatsområder, mål og tiltak"),
    ("Kompetanse", "kompetanse"),
    ("Organisering", "samarbeid og organisering"),
    ("Lovgrunnlag", "lovgrunnlag"),
    ("Tjenester", "tjenester"),
    ("Prosedyrer", "prosedyrer"),
    ("Implementering", "implementering"),
    ("Rapportering og evaluering", "rapportering og evaluering"),
    ("Definisjoner", "definisjoner"),
    ("Kunnskap", "kunnskap"),
    ("Kontaktinformasjon", "kontaktinformasjon"),
    ("Vedlegg", "vedlegg"),
)
PARAGRAPHS = (
    "Planen gjelder for alle som arbeider i kommunen, og for dem som kommunen har avtale med.",
    "En arbeidsgruppe har skrevet utkastet. Gruppen har hatt fire møter og et åpent seminar.",
    "Kapittelet er kort fordi mye av innholdet står i kommunens andre planer.",
    "Ansvaret er lagt til stillinger, ikke til personer, slik at planen tåler at folk slutter.",
    "Rekkefølgen sier hva som er viktigst. Det som krever nye penger, er merket.",
)
SERVICES = ("Samtaler", "Rådgivning på telefon", "Åpen dag", "Gruppetilbud", "Hjelp hjemme", "Veiledning")
ACCESS = ("egen henvendelse", "henvisning", "vedtak", "akutt")
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
