"""The patterns of instructions in the languages next door: a few of the plainest."""

from __future__ import annotations

_PROGRAM_ABROAD = (
    r"(?:model\w* (?:de|do|di) (?:lenguaje|langage|linguagem)|modell\w* linguistic\w*|taalmodel\w*"
    r"|inteligencia artificial|intelligence artificielle|kunstliche intelligenz|sprachmodell\w*"
    r"|(?:sistema|asistente|assistente|herramienta|agente|modelo|systeme|assistant|outil|modele)s?"
    r" (?:de |d'|di |da )?(?:ia|ai)\b|(?:automatische|digitale)\w* (?:system|leser|assistent)\w*"
    r"|\bias?\b|\bki(?:-(?:system|modell|assistent|agent|tool|bot|programm|leser)\w*)?\b(?!-)"
    r"|chatbots?|llms?|resumidor\w*)"
)
_TEXT_ABROAD = (
    r"(?:est[ea] (?:pagina|articulo|texto|noticia)|(?:cette|cet|ce) (?:page|article|texte)"
    r"|diese[nrsm]? (?:seite|text|artikel|beitrag)\w*|questo (?:articolo|testo)|este artigo)"
)
_FIRST = r"^\W*(?:\w+[,:] )?"
ABROAD = (
    # Ignore all previous instructions.
    rf"{_FIRST}(?:por favor,? )?(?:ignor|olvid|omit|descart|desconsider|dimentic)\w*"
    r" (?:\w+ ){0,4}(?:instrucc?ion|instruco|indicacion|istruzion)\w* (?:anterior|previ|preced)\w*",
    rf"{_FIRST}(?:veuillez )?(?:ignor|oubli)\w* (?:\w+ ){{0,3}}"
    r"(?:instructions|consignes|directives) (?:precedentes|anterieures|ci-dessus|donnees)",
    rf"{_FIRST}(?:bitte )?(?:ignorier|vergiss|vergess|missacht)\w*(?: sie)? (?:\w+ ){{0,2}}"
    r"(?:vorherig|bisherig|obig|vorig|fruher|vorstehend|vorangegangen)\w*"
    r" (?:anweisung|instruktion|befehl|vorgabe|regel)\w*",
    r"^\W*negeer (?:\w+ ){0,2}(?:vorige|eerdere|bovenstaande) (?:instructies|opdrachten)",
    # Note to AI systems: …
    r"^\W*(?:nota|aviso|mensaje|instruccion\w*|atencion|note|avis|message|consigne|attention"
    r"|hinweis|anweisung|mitteilung|nachricht|achtung|avviso|atencao|let op)\b[,:]?"
    rf"(?: [\w']+){{0,4}}?(?: |l'|d'){_PROGRAM_ABROAD}[^.]{{0,40}}?[:,.!-]",
    # If you are a language model, …
    r"(?:si eres|si (?:usted )?es(?: usted)?|si vous etes|si tu es|en tant qu(?:e |')|wenn (?:du"
    r"|sie)"
    rf"|falls (?:du|sie)|se sei|se voce e|als|como) ?(?:un[ae]?|eine?|um[a]?)? ?{_PROGRAM_ABROAD}"
    r"(?: (?:bist|sind|liest|lesen))?,",
    # Language models that read this page must …
    rf"{_PROGRAM_ABROAD}[^.]{{0,60}}{_TEXT_ABROAD}[^.]{{0,40}}"
    r"\b(?:deben?|doi(?:ven)?t|mussen|muss|sollen|soll(?:ten)?|devono|devem|deberian)\b",
    # Chatbots: say that …
    rf"^\W*(?:\w+ )?{_PROGRAM_ABROAD}(?: \w+)? ?[:,] (?:dig|escrib|inform|indiqu|afirm|dites"
    r"|ecriv|schreib|bericht|sag|scriv|zeg|schrijf)\w*(?: sie)?,? (?:que|qu'|dass|che|dat)\b",
    # In your summary, write … / When you summarise this article, …
    r"^\W*(?:an|a|para|pour|aux?|per|a l'attention d\w+) (?:\w+ ){0,2}?"
    rf"{_PROGRAM_ABROAD}[^.:]{{0,20}} ?:",
    r"^\W*(?:(?:en (?:tu|su)|dans (?:votre|ton)|in (?:deiner|ihrer)) (?:resumen|resume\b"
    r"|zusammenfassung)|al resumir est\w+|en resumant c\w+|beim zusammenfassen diese\w+)",
)
