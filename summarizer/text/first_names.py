"""Common first names by gender, for pronouns."""

from __future__ import annotations

FEMALE = frozenset(
    """ada adele agnes aisha alba alexandra alice alicia alina alma amal amanda amelia amina amy
    ana anastasia andrea angela angelina anita anja anke ann anna annabel anne anneli annika
    antonia anya astrid audrey aurora barbara beatrice beatriz becky bella bernadette beth
    bettina bianca birgit bridget bridie brigitte camila camille carla carmen carol carolina
    caroline catherine cecilia celeste chantal charlotte chiara chloe christina christine claire
    clara claudia colette constance corinne cristina cynthia daniela daphne deborah delia denise
    diana dolores donna dora doris dorothy edith elaine eleanor elena elif elin elisa elisabeth
    elise eliza elizabeth ella ellen elsa emilia emily emma erica esther eva eve evelyn fatima
    fatma faye federica fiona flora florence frances francesca freya frida gabriela gabriella
    gemma georgia geraldine gertrude gina giorgia giulia gloria grace greta gudrun hana hanna
    hannah harriet hazel heather heidi helen helena helene henrietta hilary hilda ida ilse ines
    ingrid irene irina iris isabel isabella isla ivana jacqueline jana jane janet janine jasmine
    jean jennifer jenny jessica jill joan joanna jodie johanna josephine joyce judith julia
    juliana julie june karen karin karina kate katherine kathleen katja kelly khadija kirsten
    kristina laila lara laura lauren lea leila lena leonie leticia lily lina linda lisa lise liz
    lotte louisa louise lucia lucy luisa lydia madeleine magda maite manuela marcia margaret
    margarita maria mariam marie marina marion marlene marta martha martina mary matilda maud
    maya megan melanie melissa mercedes mia michelle mila mina miranda mirela miriam moira molly
    monica monika nadia nadine nancy naomi natalia natalie nina noor nora norma odile olena olga
    olivia paola patricia paula pauline penelope petra philippa phoebe pilar priya rachel raquel
    rebecca regina renata rhea rita roberta rosa rosalind rose rosemary roxana ruth sabine
    sabrina sally samira sandra sanne sara sarah shirley sigrid silvia simone siobhan sofia
    sonia sonja sophia sophie stella stephanie stina susan susanna susanne svetlana sylvia
    tamara tamsin tania tatiana teresa tess tessa thea theresa tilda tina tove ulrike ursula
    valentina valerie vanessa vera verena veronica victoria viola virginia vivian wanda wendy
    wilma xenia yasmin yolanda yvonne zara zoe""".split()
)
MALE = frozenset(
    """aaron abdel abdul abdullah abel abraham adam adrian ahmad ahmed alan albert alberto aldo
    alessandro alexander alfonso alfred ali alistair alois amir amos anders andre andreas andrei
    andrew andy angelo anthony anton antonio anwar arne arnold arthur artur axel barry bart
    basil ben benedict benjamin bernard bernd bert bill björn bob boris brendan brian bruce
    bruno calum carl carlo carlos cedric charles chris christian christoph christopher clement
    clive colin conor cormac craig damian daniel darren dave david dean denis dennis derek diego
    dieter dimitri dirk dmitri dominic donald douglas duncan earl edgar edmund eduardo edvard
    edward edwin eino emil emmanuel enrico enzo eoin eric erik ernest ernst eugene fabian fabio
    felix ferdinand fernando filip francesco francis francisco franco frank frans franz fred
    frederick fritz gabriel gareth gary gavin geoffrey george gerald gerard gilbert giorgio
    giovanni glen gordon graham greg gregor gregory guido gunnar gus gustav guy günter hal hamid
    hannes hans harald harold harry hassan heinrich helmut henri henrik henry herbert herman
    horst hubert hugh hugo ian ibrahim igor imran isaac ivan ivo jack jacob jacques jake jakob
    jamal james jamie jan jason javier jeff jens jeremy jerome jim joachim joao joe joel johan
    johann john johnny jon jonas jonathan joren jorge jose josef joseph juan jules julian jürgen
    kamal karel karim karl keith ken kenneth kevin khaled klaus kofi konrad kurt lars laurence
    laurent leo leon leonard leopold lev lewis liam lloyd lorenzo louis luc luca lucas luigi
    luis lukas luke malcolm manuel marc marcel marco marcus mario mark markus martin mateo
    mathias matt matteo matthew mattias maurice max michael michel miguel mike mikhail milan
    milo miroslav mohamed mohammad mohammed morris mustafa nathan ned neil nicholas nick nicolas
    niels nigel nikolai nils noah noel norman olaf oleg oliver omar oscar otto owen pablo paolo
    patrick paul pavel pedro per pete peter petru philip philippe pierre piet pieter piotr
    rafael ralph ramon raphael rashid raymond reza ricardo richard rob robert roberto robin
    rodrigo roger rohan roland rolf roman ronald rory ross roy ruben rudolf rupert russell
    samuel scott sean sebastian sergei sergio silas simon stefan stephen steve steven stewart
    stuart sven ted terence terry theo theodore thomas thorsten tim timothy tobias todd tom
    tomas tommy tony tor trevor ulrich umberto victor viktor vincent vladimir václav walter
    warren werner wilhelm will william wim wolfgang xavier yannick yuri yusuf zoran""".split()
)
