"""Whether a form of address fits a given name: "M. Garnier" is not Élodie. Only names that are surely one or the
other are listed, without accents; with any other both fit."""

from __future__ import annotations

from journal.domain.entry import folded

_MEN_ARE = frozenset(("m", "mr", "monsieur", "sir"))
_WOMEN_ARE = frozenset(("mme", "mrs", "ms", "miss", "mlle", "madame"))
_WOMEN_NAMES = """
adele agathe agnes alexandra alice alison amandine amelia amelie amina anais anastasia andrea angela angelique anita
ann anna anne annette annick annie ariane armelle astrid audrey aurelie aurore barbara beatrice benedicte bernadette
brigitte carine carmen carol carole caroline catherine cecile celia celine chantal charlotte chloe christelle
christiane christine claire clara clarisse claudine clemence clementine coralie corinne cynthia danielle deborah
delphine diana diane dominika dorothee edith elena eleonore eliane elisa elisabeth elise elizabeth ella ellen elodie
eloise elsa emilie emily emma emmanuelle estelle esther eugenie eva evelyne fabienne fanny fatima fatou felicia fiona
flavie florence francine francoise frederique gabrielle gaelle genevieve geraldine ghislaine gisele hanna hannah
harriet helen helena helene heloise huguette ines ingrid irene isabel isabella isabelle jacqueline jade jane janet
janine jeanne jeannine jennifer jenny jessica joanna jocelyne joelle johanna josephine josiane judith julia julie
juliette justine karen karima karine kate katherine kathleen katia khadija laetitia laura laure laurence lea leila
lena leonie leslie liliane linda lisa lise louise lucie lucile lucy lydia lydie madeleine magali manon margaret
margaux margot maria marianne marie marie-anne marie-christine marie-claire marie-claude marie-france marie-helene
marie-laure marie-pierre marie-therese marina marine marion marjorie martha marthe martine mary maryse mathilde maud
melanie melissa mireille monica monique muriel myriam nadege nadia nadine naima natacha natalia natalie nathalie
nicola nicole noemie nora oceane odette odile olivia pamela patricia paula pauline penelope priscilla priya rachel
rebecca regine renata rosalie roseline ruth sabine sabrina salome samantha samia sandra sandrine sara sarah severine
sharon simone sofia solange solene sonia sophia sophie stephanie susan suzanne sylvia sylviane sylvie tatiana teresa
therese tiphaine valentine valerie vanessa vera veronica veronique victoria violette virginie viviane yasmina yolande
yvette yvonne zoe
"""
_WOMEN = frozenset(_WOMEN_NAMES.split())
_MEN_NAMES = """
adam adrien ahmed alain alan alban albert alberto alexandre alexis alfred ali amine andre andrew andy anthony antoine
antonio armand arnaud arthur aurelien baptiste bastien ben benjamin benoit bernard bertrand bilal boris brahim brice
bruno carlos cedric charles christian christophe clement colin cyril damien daniel david denis derek didier dimitri
donald edouard edward emile emmanuel enzo eric ernest etienne fabien fabrice felix ferdinand fernand florent florian
francis franck francois frank frederic gabriel gael gaetan gary gautier geoffrey george georges gerald gerard gerome
gilbert gilles giovanni gregoire gregory guillaume gustave guy hamid harry hassan henri henry herve hubert hugh hugo
hugues ian ibrahim ismael ivan jack jacques jamal james jason jean jean-baptiste jean-charles jean-christophe
jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe
jean-pierre jean-yves jeremie jeremy jerome joachim joel john jonathan jordan joris jose joseph joshua julien justin
karim kevin khalid laurent leo leon leonard lionel loic louis luc lucas lucien ludovic malik manuel marc marcel marco
mario martial martin mathieu matthew matthias matthieu maurice max maxime mehdi michael michel mickael miguel mohamed
mohammed mourad nabil nathan nicolas nigel noah norbert olivier omar oscar pablo pascal patrice patrick paul pedro
peter philip philippe pierre quentin rachid raoul raphael raymond regis remi remy rene richard robert robin rodolphe
roger roland romain ronald samuel sebastien serge simon stephane stephen steve steven sylvain tanguy tarek theo
theodore thibault thibaut thierry thomas timothy toby tom tony tristan valentin victor vincent walter william xavier
yann yannick youssef yvan yves zachary
"""
_MEN = frozenset(_MEN_NAMES.split())


def fits(title: str, name: str) -> bool:
    """Whether somebody of that whole name may be addressed by a title."""
    given = folded(name).split(" ", 1)[0]
    if title in _MEN_ARE:
        return given not in _WOMEN
    return title not in _WOMEN_ARE or given not in _MEN
