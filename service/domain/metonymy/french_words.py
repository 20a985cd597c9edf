"""French words around a place name that tell a power from a place. All folded (no accents, no case).

Reviewed by hand. Longer than other files because it is a table of words and nothing else.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = frozenset(("la", "le", "les", "l"))
OF = frozenset(("de", "d", "du", "des"))
AT = frozenset(("a", "au", "aux"))
JOINING = frozenset(("et", "ou", "ni"))
# Words that a form of government adds to a country's name: *république du Paraguay* is still the state.
FORMS_OF_STATE = _set(
    "republique royaume principaute etat federation confederation emirat sultanat grand union"
)
# *La région Grand Est promet*: type words of lands that have an authority.
AUTHORITIES = _set("region departement canton commune ville metropole province land communaute")
AGENCIES = _set("afp ats reuters ap belga apa aps map efe ansa dpa tass xinhua keystone awp anp pana")

# Between a verb and its object: *a appelé samedi la Russie à …*
DAYS = _set("lundi mardi mercredi jeudi vendredi samedi dimanche matin soir dernier hier")
CLITICS = _set("ne n se s y en l la le les lui leur me nous vous t il elle ils elles")
ADVERBS = _set("""
    abord ailleurs ainsi alors aujourd auparavant aussi aussitot autant autrefois beaucoup bien bientot
    cependant certes davantage deja dernierement desormais deux donc dorenavant egalement elle elles
    encore enfin ensuite eux fort guere hier hui ici jadis jamais longtemps lui maintenant mal meme
    memes mieux moins naguere notamment parfois pas peu plus plutot pourtant presque rien seul seule
    seulement sitot souvent surtout tant tantot tard tot toujours tous tout toute toutefois toutes tres
    trop vite volontiers
""")
# Adjectives that follow a country's name and keep it the country.
AFTER_NAME = _set("""
    democratique entiere federale islamique officielle populaire socialiste sovietique unie voisine
""")
# Set between a subject and its verb, with or without commas.
INSERTIONS = frozenset(
    tuple(words.split())
    for words in (
        "d abord",
        "avant tout",
        "d ailleurs",
        "d emblee",
        "d ores et deja",
        "sans doute",
        "bel et bien",
        "des lors",
        "par la suite",
        "dans l ensemble",
        "une nouvelle fois",
        "une fois encore",
        "en meme temps",
        "de facto",
        "peu a peu",
        "tour a tour",
        "coup sur coup",
        "par contre",
        "a nouveau",
        "de nouveau",
        "en effet",
        "en outre",
        "en vain",
        "sans cesse",
        "en partie",
        "par ailleurs",
        "au contraire",
        "a son tour",
        "de leur propre chef",
        "a l inverse",
        "dans la foulee",
        "sans surprise",
        "pour sa part",
        "pour leur part",
        "de son cote",
        "de leur cote",
        "a leur tour",
        "quant a elle",
        "quant a lui",
        "quant a eux",
        "en revanche",
        "en retour",
        "par exemple",
        "a ce stade",
        "pour l heure",
    )
)
BEFORE_NAME = _set(
    "jeune petite petit riche puissante puissant voisine voisin future ex lointaine grande nouvelle toute"
)
# What follows a finite verb, by which a verb that is in no list is known as one.
AFTER_VERB = _set("""
    a ainsi au aussi aux avec bien ce ces cette cinq contre d de deja des desormais deux dimanche du en
    encore jeudi l la le les leur leurs lundi mardi mercredi par pas plus plusieurs pour qu quatre que
    quelque sa samedi ses son sur toujours tous trois un une vendredi
""")
NEVER_VERB = _set("""
    a actuelle antique apres au aux avant avec car ce centrale ces cette chez comme contemporaine contre
    d d'aujourd dans de demain depuis derriere des devant donc dont du durant en entre est et face grace
    hier hormis hui independante insulaire jusqu jusque l la le les leur leurs libre lorsque mais malgre
    medievale metropolitaine moderne ni nord nos notre occidentale or orientale ou ouest outre par
    pendant pour profonde quand que qui rurale sa sans sauf selon ses si son sous sud suite sur un une
    vers
""")

# Words after which a clause can begin.
CLAUSE_OPENING = _set("""
    ( , : ; alors aujourd car cependant comme dimanche donc dont enfin ensuite et hier jeudi lorsqu
    lorsque lundi mais mardi mercredi ni or ou pourtant puisque qu quand que s samedi si soit tandis
    toutefois vendredi
""")
LOCATIVE = _set("""
    chez dans dedans dehors depuis des en hors jusqu jusque lez loin parmi pendant pres proche sitot
    sous sur travers vers via
""")
FOR = "pour"
# *La politique de*, where *politique* is a noun; not *l'instabilité politique du*.
BEFORE_NOUN = _set("la une cette sa leur toute l")
# Past these no noun is looked for before a preposition.
HEAD_STOPS = _set("""
    ( ) , . : ; a au aux avec chez hors loin originaire originaires pres contre d dans de des du en
    entre est nord ouest par pour que qui sud sur vers
""")
# *Met en cause la Chine*, *montre du doigt*: with the words right before the name.
ADDRESSED_AFTER = frozenset(
    (
        "en cause",
        "en garde",
        "en demeure",
        "en accusation",
        "du doigt",
        "a partie",
        "en difficulte",
        "a contribution",
    )
)
# Prepositions that a power follows: *contre Damas*, *selon Paris*, *sans la Chine*.
TOWARDS_POWER = _set("contre selon envers malgre avec sans")
# *Face à*, *grâce à*, *quant à*, *contrairement à*.
BEFORE_AT = _set("face grace quant contrairement opposition appartient ultimatum")
# *Le conflit qui oppose l'Algérie au Maroc*.
OPPOSING_TO = _set("oppose opposent opposait opposaient opposera opposeront opposant opposerait")
# *Fidèles à Damas*, *attribuée à Moscou*, *un homme lié à Téhéran*: how somebody stands to a power.
STANDING_TO = _set("""
    acquis acquise affilie affiliee affiliees affilies allie alliee alliees allies attribue attribuee
    attribuees attribues devoue devouee devoues favorable favorables fidele fideles hostile hostiles
    impute imputee imputees imputes infeode infeodee infeodes lie liee liees lies loyal loyale loyales
    loyaux oppose opposee opposees opposes soumis soumise soumises
""")
NEAR = frozenset(("proche", "proches"))
# *Plus proche de Doha*, *réputé proche de*: said of somebody. A village is *proche de* too, but see `GROUND`.
DEGREES = _set("considere consideree consideres juge jugee moins plus politiquement repute reputee tres trop")
# Somebody who may be close to a power.
SOMEBODY = _set("""
    candidat candidate chaine clan combattants courant depute deputes dirigeant elu elus faction
    factions formation general groupe groupes homme hommes insurges journal media medias milice milices
    milicien miliciens milieux mouvement mouvements oligarque opposant opposants parti partis patron
    politicien rebelle rebelles responsable senateur source sources
""")
# Ground is close to other ground.
GROUND = _set("""
    aeroport base bourg bourgade camp camps champ cite colline commune departement foret frontiere gare
    hameau hopital ile iles lac localite localites lieu lieux montagne parc plage point port poste
    province quartier quartiers region regions route secteur site sites terrain terre terres territoire
    usine vallee village villages ville villes zone zones
""")
# *Contre Kiev*: what is shot at a town hits the town.
ASSAULTING = _set("""
    assaut assauts attaque attaques attentat attentats bombardement bombardements drones frappe frappes
    missile missiles obus offensive offensives raid raids roquette roquettes siege tir tirs
""")
# *Est partie au traité*, *partie prenante du litige*.
PARTY_TO = _set("accord conflit convention differend litige negociations pacte protocole texte traite")
# *La France a envoyé trois avions, la Suède un navire*: what follows where the verb is not said again.
COUNTING = _set("cinq des deux dix huit neuf onze quatre sept six treize trois un une douze vingt")
# Competitions that a place is host to: *accueille la Coupe*, not *accueille Porto*.
COMPETING = _set("""
    championnat championnats coupe criterium euro grand jeux ligue masters mondial mondiaux open
    olympiades super tour tournoi trophee
""")
# *Aussi bien Rabat qu'Alger*, *tant l'Iran que*.
AS_WELL = _set("autant bien tant")
# *Parmi les premiers à*, *la seule à*: who comes first acts.
FIRST = _set("""
    dernier derniere derniers premier premiere premieres premiers seul seule seules seuls unique
""")
# *Fait plier la Russie*; not *fait visiter*, *fait découvrir*.
SHOWING = _set(
    "aimer connaitre craindre decouvrir hair oublier gagner quitter trembler traverser visiter voir"
)
# Infinitives in shape only, after *à* or *de*.
NO_INFINITIVE = _set(
    """
    air autre avenir cadre dernier enfer fer fevrier guerre hier hiver janvier loisir mer notre premier quatre
    """
)

# *Comme Berlin*, *tout comme l'Autriche*: before the word, so that *des villes comme Prague* are no party.
BEFORE_LIKE = frozenset((",", ";", "tout", "exactement"))
# *À l'instar de la Lettonie*.
LIKE_OF = frozenset(("l instar", "l image", "la difference", "l inverse"))

# *S'étend à l'Algérie*, *étrangers à la Suisse*, *comparable à la Grèce*: *à la* of a place all the same.
REACHING = _set("""
    allant comparable comparables compare comparee egale egaux etendre etendu etendue etendues etendus
    etrangere etrangeres etranger etrangers gagne identique identiques jusqu limite limitee limitees
    limites pense penser pensent propage propager rattache rattachee retour ressemble ressemblent
    semblable semblables superieur superieure vente ventes
""")
# *Va de la Bolivie à l'Argentine*: before the *de* of a stretch, besides what opens a clause.
STRETCHING = _set("allant court courent etend etendent etire etirent mene relie va vont")

# What a list of powers may spell out: *trois pays : le Chili, …*. Places as well: the words around tell.
NOUNS_OF_POWERS = _set("""
    allies capitales chancelleries etats gouvernements membres nations partenaires pays puissances
    signataires voisins
""")
# *Faute de l'accord de Londres*, *sans l'accord de*: what somebody consents to, no treaty.
WITHOUT_CONSENT = frozenset(("faute de", "sans", "attendre", "attend", "attendant", "obtenir", "obtenu"))
# *Le 22 mai*, between a verb and its object.
MONTHS = _set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")

# *Auprès de Paris*, *à l'égard de*, *vis-à-vis de*, *de la part de*, *au nom de*, *à l'encontre de*.
BEFORE_OF = frozenset(
    (
        "vu",
        "aupres",
        "l egard",
        "a vis",
        "l encontre",
        "la part",
        "au nom",
        "aux cotes",
        "l insu",
        "l adresse",
        "l egide",
        "la houlette",
        "grand dam",
        "en garde",
        "en demeure",
        "bon vouloir",
    )
)
# Countries in which one is *à la*, not *en*.
ISLANDS_WITH_ARTICLE = _set("jamaique barbade dominique grenade trinite")

# *Le rôle de Moscou*: nouns of what somebody does, says, wants. For countries and capitals alike.
DOING = _set("""
    absence acceptation accusation accusations acharnement action activisme adversaire adversaires
    aide alliance allie alliee alliees allies ambition ambitions annonce annonces appels appui
    argument arguments arme armements armes assentiment assurances attentes attention attitude
    autorites aval avertissement avertissements aveu avions bienveillance blocage bras calcul calculs
    camp caution chars choix collaboration complicite concours condoleances confiance consentement
    consultation contacts contentieux cooperation credibilite critique critiques decision decisions
    delegation delegations demande demandes demarche demarches dementi desengagement desir
    determination dialogue differend diplomatie dirigeants discours doctrine drones efforts
    eloignement emissaire emissaires engagement engagements ennemi ennemis entetement envoye envoyes
    espions excuses exercice exercices exigence exigences felicitations fermete feu feuille force
    forces frustration garanties gouvernants griefs hesitations hostilite implication impuissance
    inaction indifference influence ingerence ingerences initiative initiatives inquietude inquietudes
    insistance intention intentions intervention interventions intransigeance invitation isolement jeu
    junte lecture liens ligne lutte mainmise manoeuvre manoeuvres mecontentement mediateurs mediation
    menace menaces missiles mutisme navires negociateurs negociations neutralite objectif objectifs
    obstination offensive offensives offre offres operation opposition option partenaire partenaires
    point politique position positions posture pourparlers pouvoir preoccupations pression pressions
    pretentions programme programmes promesse promesses propos proposition propositions protection
    protestations provocation provocations puissance rapports rapprochement reaction reactions refus
    regime relation relations remontrances reponse reponses represailles reproches requete reserves
    ressentiment retenue reticence reticences retrait revendications revirement riposte rival rivale
    rivales rivaux role sanctions satellite silence souhait soutien soutiens strategie suspension
    tentation tentative tentatives troupes ultimatum vassal veto visees vision voeu voix volonte volte
""")
# The same, where a capital could be the city (*les attaques de Paris*): for countries only.
DOING_OF_COUNTRY = _set("""
    abstention accord adhesion agression agressions appel armada armee armees attaque attaques aviation
    bombardements campagne candidature capitulation chasseurs communique contribution declaration
    declarations defaite drones election elimination entree exclusion expansionnisme exploit frappes
    guerre interet interets invasions lettre maintien marche marine message mobilisation note
    participation plan plans presence raids rattrapage reconnaissance representant representants
    representee reussite sortie succes tirs traite victoire vote
""")
# *Entre X et Y*, *X-Y*: what two powers have with each other.
RELATING = _set("""
    accord accords affrontement affrontements alliance amitie antagonisme armistice arrangement axe
    bataille bras-de-fer brouille cessez cessez-le-feu compromis conflit conflits confrontation contact
    contacts contentieux convention convergence conversations cooperation crise desaccord desaccords
    detente dialogue differend differends discussions dispute divergences duel echange echanges embellie
    entente entretiens equilibre escalade face-a-face fer finale forum frictions froid guerre guerres
    hostilites incident intermediaire liens lune lutte malentendu match matches matchs mediateur
    mediation mesentente negociation negociations normalisation opposition pacte paix parite partenariat
    pomme pont pourparlers protocole rapports rapprochement reconciliation regain relation relations
    rivalite rivalites rupture solidarite sommet tension tensions tractations traite traites treve vote
""")
# *La crise connue par le Rwanda*: by whom it is gone through, not done.
UNDERGONE = _set("connu connue connus connues subi subie subis subies vecu vecue enregistre enregistree")
# *Entre Paris et Lyon*, *frontière avec la Turquie*: ground and ways.
BETWEEN_GROUND = _set("""
    autoroute bus cable coince coincee coincees col cols corridor cours croisiere detroit distance
    enclave ferry frontalier frontaliere frontalieres frontaliers frontiere frontieres gazoduc ile
    jongle kilometre kilometres km liaison liaisons ligne lignes limitrophe mitoyen navette navettes
    naviguaient navigue naviguer oleoduc partage partagee passage pipeline region relie relient route
    routes situe situee situees situes territoire tgv trafic train trains trajet trajets traversee
    tunnel vallee village ville vit vivaient vivait vivent vol vols voyage voyages zone
""")
# *Une victoire pour Kiev*: what it is for somebody.
STAKE = _set("""
    consecration deception desillusion fierte honneur honte soulagement
    affront alibi atout aubaine avantage avertissement bonne camouflet catastrophe coup crucial cruciale
    danger dangereux defaite defi desastre desaveu difficile echec enjeu essentiel essentielle gain
    gifle grave humiliation important importante impossible inacceptable indispensable inquietant
    interet menace necessaire occasion opportunite perte possible preoccupant priorite probleme question
    revers risque signal strategique succes utile victoire vital vitale
""")
# *L'envoyé pour la Syrie*, *un visa pour*: whoever or whatever goes there.
BOUND_FOR = _set("""
    billet billets charge coordinateur coordinatrice correspondant depart departs directeur directrice
    emissaire emissaires envoye envoyee parti partie parties partis rapporteur rapporteuse representant
    train trains visa visas vol vols voyage
""")
MARKING_SPORT = _set("""
    basket basketball bleuets buteur buteurs buts championnat championnats egalisation eliminatoires
    entraineur entraineure entraineurs entraineuse finale finales football footballeur footballeurs
    footballeuse footballeuses handball hockey joueur joueurs joueuse joueuses marathon match matches
    matchs medaille medailles olympique olympiques pelouse penaltie penalties penalty penaltys rugby
    selectionneur selectionneurs selectionneuse tennis tournoi volley volleyball xv
""")
# Competitions: a word and one that follows at once or after *de*. *Coupe*, *ligue* alone mean much else.
COMPETITIONS = {
    "coupe": _set("monde afrique europe asie france davis roi allemagne italie angleterre"),
    "ligue": _set("1 2 champions nations europa"),
}
# *Les joueurs de Lyon*, *l'équipe du Sénégal*.
TEAM = _set("""
    adversaire attaquant attaquants but buteur buts capitaine coequipier defaite defense defenseur
    defenseurs elimination entraineur equipe formation gardien hommes joueur joueurs joueuse joueuses
    lanterne leader maillot milieu onze parcours portier qualification revers sacre selection
    selectionneur selectionneuse selections succes supporter titre tombeur tombeurs tombeuse victoire
    victoires
""")
# Countries whose names never take an article; others after a bare *de* are places of origin (*parti d'Iran*).
WITHOUT_ARTICLE = _set("""
    andorre bahrein chypre cuba djibouti haiti israel madagascar malte monaco oman singapour taiwan
""")
# *S'aligner sur*, *miser sur*, *compter sur*: on somebody.
LEANING_ON = _set("""
    acharne acharner alignait aligne alignee alignent aligner appuie appuyait appuyer comptait compte
    comptent compter misait mise misent miser rejeter rejette table tablent tabler
""")
AGAINST_TEAM = _set("""
    avec contre derriere devant par sans
""")
# *Est l'un des alliés de*: a place has no allies.
BEING_SIDED = _set("""
    adversaire allie alliee allies ennemi ennemie garant mediateur partenaire partenaires rival rivale
""")
# *A l'intention de*, *a besoin de*, *a tout intérêt à*: an owner who acts.
INTENDING = _set("""
    ambassade ambassadeur ambition ambitions atouts beau besoin but choix confiance contact contacts
    cure devoir droit gain griefs hate illusion illusions intention interet lecon lecons liens mandat
    mot objectif obligation patience plan plans pouvoir preuve preuves projet raison recours relation
    relations scrupule scrupules tort vent visees volonte
""")
# *A tout intérêt à*, *n'a aucun intérêt*: what may stand before the noun.
BEFORE_INTENT = _set("""
    aucun aucune d de des l la le les leur leurs pour sa ses son tout un une
""")
# Prepositions that begin such words.
BEFORE_SIDE = _set("""
    a au aux contre d dans en pour sur
""")
# *Est en guerre*, *est d'accord*, *est contre*.
TAKING_SIDES = _set("""
    accord banc commandes contact contre cotes defensive desaccord espace faveur guerre initiative
    lune manoeuvre meme mesure negociation negociations offensive orbite origine podium point pointe
    position postes pourparlers sellette table
""")
