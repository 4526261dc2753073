"""Kinds of words that instructions to a program are made of."""

from __future__ import annotations

from collections import defaultdict

KINDS = {
    "PROGRAM": """
    aggregator aggregators ai ais alexa algorithm algorithms artificial asistente asistentes
    assistant assistants assistent assistente automated automatic automatically automaton bot
    bots chatbot chatbots chatgpt classifier classifiers claude computational condenser
    condensers copilot copilots crawler crawlers extractor extractors gemini generative
    generator generators gpt gpts ia iak indexer indexers ki llm llms lm lms machine machines
    modele modeles modelli modello modelo modelos neural paraphraser paraphrasers parser parsers
    robot robotje robots scraper scrapers siri software sprachmodell sprachmodelle summariser
    summarisers summarizer summarizers taalmodel transformer transformers
    """,
    "TOOL": """
    agent agents app application apps assistant assistants browser client clients companion
    companions computer computers device devices digital electronic engine engines helper
    helpers intelligence intelligences interface interfaces model models network networks
    non-human nonhuman pipeline pipelines processor processors program programme programs reader
    readers script scripts service services synthetic system systems tool tools virtual
    """,
    "DIGEST": """
    abridgement abridgment abstract abstracts answer answers caption captions completion
    completions condensation digest digests entry extract extracts gist headline headlines
    output outputs overview overviews paraphrase precis rating ratings recap recaps replies
    reply response responses resume resumen resumenes resumes resumo riassunti riassunto
    samenvatting score snippet snippets summaries summary synopses synopsis tldr zusammenfassung
    zusammenfassungen
    """,
    "PROCESSING": """
    abridge abridged abridging analyse analysing analyze analyzing compress compressed
    compressing condense condensed condenses condensing crawl crawling extract extracted
    extracting extracts generate generated generates generating index indexed indexing ingest
    ingested ingesting ingests paraphrase paraphrased paraphrasing parse parsed parses parsing
    process processed processes processing read reading reads recap render rendering resume
    resumen resumir retell retelling rewrite rewriting riassume riassumere samenvat scan scanned
    scanning scans scrape scraping shorten shortened shortening summarisation summarise
    summarised summarises summarising summarization summarize summarized summarizes summarizing
    translate translating zusammenfassen zusammenfasst
    """,
    "TEXT": """
    article articles articolo articulo artikel column content dispatch document documents email
    file item line lines listing material message note page pages pagina paper paragraph passage
    passages piece post report review section sentence site source story testo text texto texts
    thread transcript website
    """,
    "DUTY": """
    advised allowed are asked bound can debe deben deve devono directed doit doivent expected
    forbidden has have instructed invited is may muss mussen must need needs obligated obliged
    ought permitted reminded requested required requires shall should soll sollen supposed urged
    will
    """,
    "SAY": """
    add affirm announce answer append assert attribute begin call carry cite claim close
    conclude confirm contain credit declare depict describe emphasise emphasize end feature
    finish give highlight include inform insert keep lead list mention name note open output
    portray present print put quote rank rate recommend record repeat reply report respond
    return say says show start state stress tell treat write
    """,
    "DROP": """
    avoid bypass cancel conceal delete dimentica discard disregard drop erase esqueca exclude
    forget hide ignora ignore ignoriere leave negeer olvida omit oublie overlook override
    refrain remove skip suppress vergiss withhold
    """,
    "RULES": """
    anweisungen command commands context directive directives guardrails guidelines
    instrucciones instruction instructions istruzioni persona prompt prompts role rules system
    task token tokens training weights window
    """,
    "YOU": """
    thou thy you your yours yourself
    """,
    "THIS": """
    above below following foregoing here hereby herein preceding present these this
    """,
    "ANY": """
    all any anyone anything each every no whatever whichever whoever
    """,
    "NOT": """
    cannot don't neither never no nor not nothing without
    """,
    "PLEASE": """
    bitte favor kindly merci please por thank thanks
    """,
    "SAID": """
    according added announced argued asked explained found hid noted obeyed planted replied
    reported ruled said showed testified told tricked warned wrote
    """,
    "PAST": """
    been did had was were
    """,
    "THEY": """
    he her him his i our she their them they we
    """,
    "WHEN": """
    after as before case if in once should unless when whenever where while
    """,
    "SAYS": """
    adds calls claims describes gives includes lists mentions names notes quotes records reports
    says shows states tells writes
    """,
    "MASTER": """
    developer developers operator operators user users
    """,
}


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for kind, listed in KINDS.items():
        for word in listed.split():
            found[word].append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


KINDS_OF = _by_word()
