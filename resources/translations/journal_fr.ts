<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Acts</name>
    <message>
        <source>Done: {title}</source>
        <translation>Fait&#x202f;: {title}</translation>
    </message>
    <message>
        <source>It comes back: {when}</source>
        <translation>Reporté&#x202f;: {when}</translation>
    </message>
    <message>
        <source>Noted as attended: {title}</source>
        <translation>Noté comme passé&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Noted as cancelled: {title}</source>
        <translation>Noté comme annulé&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Noted for today with {name}: {type}</source>
        <translation>Noté aujourd&apos;hui avec {name}&#x202f;: {type}</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>En pause&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Another day: {title}</source>
        <translation>Un autre jour&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Applied: {title}. Well done.</source>
        <translation>Appliqué&#x202f;: {title}. Bravo&#x202f;!</translation>
    </message>
    <message>
        <source>Read again: {title}</source>
        <translation>Relu&#x202f;: {title}</translation>
    </message>
</context>
<context>
    <name>AttachmentsField</name>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n fichier joint</numerusform>
            <numerusform>%n fichiers joints</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo of a card, a programme: up to {size} each, kept in the journal</source>
        <translation>Une photo de carte, un programme&#x202f;: jusqu&apos;à {size} chacun, gardés dans le journal</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Joindre un fichier…</translation>
    </message>
    <message>
        <source>Give it a name first; then files can be attached.</source>
        <translation>Donnez-lui d&apos;abord un nom&#x202f;; ensuite, des fichiers pourront y être joints.</translation>
    </message>
    <message>
        <source>No program on this computer opens such a file.</source>
        <translation>Aucun programme de cet ordinateur n&apos;ouvre ce type de fichier.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>This is a program, and is not opened from here. Save a copy if you trust it.</source>
        <translation>C&apos;est un programme&#x202f;: il ne s&apos;ouvre pas d&apos;ici. Enregistrez-en une copie si vous lui faites confiance.</translation>
    </message>
    <message>
        <source>{name} was saved</source>
        <translation>{name} a été enregistré</translation>
    </message>
    <message>
        <source>{name} was taken away</source>
        <translation>{name} a été retiré</translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message>
        <source>A verified copy was made: {file}</source>
        <translation>Une copie vérifiée a été faite&#x202f;: {file}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>The journal lies in a folder that {keeper} keeps in step, and may replace it while it is open: another folder is better, with {keeper} as the second place for copies.</source>
        <translation>Le journal est dans un dossier que {keeper} synchronise et peut remplacer pendant qu&apos;il est ouvert&#x202f;: un autre dossier vaut mieux, avec {keeper} comme second lieu pour les copies.</translation>
    </message>
    <message>
        <source>The journal lies on a network drive, where it can be damaged: a folder of this computer is better.</source>
        <translation>Le journal est sur un lecteur réseau, où il peut s&apos;abîmer&#x202f;: un dossier de cet ordinateur vaut mieux.</translation>
    </message>
</context>
<context>
    <name>BringInPage</name>
    <message numerus="yes">
        <source>%n cannot be taken in</source>
        <translation>
            <numerusform>%n fiche ne peut pas être importée</numerusform>
            <numerusform>%n fiches ne peuvent pas être importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n inchangé</numerusform>
            <numerusform>%n inchangés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n mis à jour</numerusform>
            <numerusform>%n mis à jour</numerusform>
        </translation>
    </message>
    <message>
        <source>About yourself</source>
        <translation>À propos de vous</translation>
    </message>
    <message>
        <source>Address book (vCard)</source>
        <translation>Carnet d&apos;adresses (vCard)</translation>
    </message>
    <message>
        <source>Address books, calendars, tables, archives</source>
        <translation>Carnets d&apos;adresses, agendas, tableaux, archives</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>All of it is in your journal already.</source>
        <translation>Tout cela est déjà dans votre journal.</translation>
    </message>
    <message>
        <source>Archive of a journal</source>
        <translation>Archive d&apos;un journal</translation>
    </message>
    <message>
        <source>Bringing in…</source>
        <translation>Import en cours…</translation>
    </message>
    <message>
        <source>Brought in: {counts}</source>
        <translation>Importé&#x202f;: {counts}</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>Agenda (iCalendar)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelled. Your journal is as it was.</source>
        <translation>Annulé. Votre journal est tel qu&apos;il était.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choisir des fichiers…</translation>
    </message>
    <message>
        <source>Choose or drop an address book (.vcf), a calendar (.ics), what LinkedIn, Facebook, Google or Viva Engage gave you, any table (.csv, .xlsx), or an archive of this journal (.zip). You see what it holds before anything is taken in.</source>
        <translation>Choisissez ou déposez un carnet d&apos;adresses (.vcf), un agenda (.ics), ce que LinkedIn, Facebook, Google ou Viva Engage vous ont donné, un tableau (.csv, .xlsx) ou une archive de ce journal (.zip). Vous voyez ce qu&apos;ils contiennent avant tout import.</translation>
    </message>
    <message>
        <source>Choose other files</source>
        <translation>Choisir d&apos;autres fichiers</translation>
    </message>
    <message>
        <source>Google contacts (CSV)</source>
        <translation>Contacts Google (CSV)</translation>
    </message>
    <message>
        <source>Line {number}: {reason}</source>
        <translation>Ligne {number}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>List of attendees</source>
        <translation>Liste de participants</translation>
    </message>
    <message>
        <source>List of blogs (OPML)</source>
        <translation>Liste de blogs (OPML)</translation>
    </message>
    <message>
        <source>News feed of a blog</source>
        <translation>Fil de nouvelles d&apos;un blog</translation>
    </message>
    <message>
        <source>Nothing in it to bring in.</source>
        <translation>Rien à importer là-dedans.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>SharePoint list</source>
        <translation>Liste SharePoint</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>What it holds, by name</source>
        <translation>Ce qu&apos;il contient, nom par nom</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>changes: {fields}</source>
        <translation>change&#x202f;: {fields}</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>déjà connu</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message numerus="yes">
        <source>%n event(s) in the calendar</source>
        <translation>
            <numerusform>%n événement dans l&apos;agenda</numerusform>
            <numerusform>%n événements dans l&apos;agenda</numerusform>
        </translation>
    </message>
    <message>
        <source>Address of its calendar (.ics)</source>
        <translation>Adresse de son agenda (.ics)</translation>
    </message>
    <message>
        <source>Address of its calendar</source>
        <translation>Adresse de son agenda</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Chercher maintenant</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Its calendar</source>
        <translation>Son agenda</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Prévoir</translation>
    </message>
    <message>
        <source>Planned among your events</source>
        <translation>Prévu parmi vos événements</translation>
    </message>
    <message>
        <source>Take its calendar from a file (.ics)</source>
        <translation>Prendre son agenda dans un fichier (.ics)</translation>
    </message>
    <message>
        <source>Only the next times of what comes again so often: {titles}</source>
        <translation>Seulement les prochaines dates de ce qui se répète si souvent&#x202f;: {titles}</translation>
    </message>
    <message>
        <source>Show all that is coming</source>
        <translation>Afficher tout ce qui vient</translation>
    </message>
    <message>
        <source>Calendar for Outlook</source>
        <translation>Agenda pour Outlook</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>It is not renewed any more. The file itself stays; delete it if you wish.</source>
        <translation>Il n&apos;est plus renouvelé. Le fichier reste à sa place&#x202f;; supprimez-le si vous le souhaitez.</translation>
    </message>
    <message>
        <source>No calendar any more</source>
        <translation>Plus d&apos;agenda</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Where shall the calendar be?</source>
        <translation>Où mettre l&apos;agenda&#x202f;?</translation>
    </message>
    <message>
        <source>Where the calendar is</source>
        <translation>Où se trouve l&apos;agenda</translation>
    </message>
    <message>
        <source>With confidential entries</source>
        <translation>Avec les entrées confidentielles</translation>
    </message>
    <message>
        <source>Your reminders and planned events, in a file that Outlook and others can subscribe to or open. It is renewed by itself in the folder you choose. Whoever can open that folder can read it.</source>
        <translation>Vos rappels et vos événements prévus, dans un fichier qu&apos;Outlook et d&apos;autres agendas peuvent suivre ou ouvrir. Il se renouvelle tout seul dans le dossier que vous choisissez. Quiconque peut ouvrir ce dossier peut le lire.</translation>
    </message>
    <message>
        <source>{file} is up to date.</source>
        <translation>{file} est à jour.</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
</context>
<context>
    <name>CaptureChips</name>
    <message>
        <source>Another name…</source>
        <translation>Un autre nom…</translation>
    </message>
    <message>
        <source>New contact “{name}”</source>
        <translation>Nouveau contact «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>Not a person</source>
        <translation>Ce n&apos;est pas une personne</translation>
    </message>
    <message>
        <source>Somebody new, whose name is nearly the same</source>
        <translation>Quelqu&apos;un de nouveau, dont le nom est presque le même</translation>
    </message>
    <message>
        <source>This is who is meant</source>
        <translation>C&apos;est de cette personne qu&apos;il s&apos;agit</translation>
    </message>
    <message>
        <source>as no day is said</source>
        <translation>faute de date</translation>
    </message>
    <message>
        <source>did you mean…?</source>
        <translation>vouliez-vous dire…&#x202f;?</translation>
    </message>
    <message>
        <source>new contact</source>
        <translation>nouveau contact</translation>
    </message>
    <message>
        <source>new network</source>
        <translation>nouveau réseau</translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>quelqu&apos;un de nouveau</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu&apos;à {day}</translation>
    </message>
    <message>
        <source>who?</source>
        <translation>laquelle&#x202f;?</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#x202f;h</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>Capture in one line</source>
        <translation>Noter en une ligne</translation>
    </message>
    <message>
        <source>Close (Escape)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Kept: {kind}</source>
        <translation>Gardé&#x202f;: {kind}</translation>
    </message>
    <message>
        <source>What happened, or what must not be forgotten</source>
        <translation>Ce qui s&apos;est passé, ou ce qu&apos;il ne faut pas oublier</translation>
    </message>
    <message>
        <source>Coffee with Claire Dupont yesterday in Leeds, 1h #excel; call her back in 2 weeks</source>
        <translation>Café avec Claire Dupont hier à Lyon, 1h #excel&#x202f;; la relancer dans 2 semaines</translation>
    </message>
    <message>
        <source>Write as you would tell it: with whom, when, where, what is next. Down goes to what was understood.</source>
        <translation>Écrivez comme vous le raconteriez&#x202f;: avec qui, quand, où, et la suite. La flèche du bas mène à ce qui a été compris.</translation>
    </message>
    <message>
        <source>Enter keeps it, Escape leaves it. Each part can be put right or taken away.</source>
        <translation>Entrée le garde, Échap le laisse. Chaque partie peut être corrigée ou retirée.</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Texte collé</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>A full new key</source>
        <translation>Une clé entièrement nouvelle</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>La changer</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>It holds at once, for the journal and its copies.</source>
        <translation>Le changement vaut dès maintenant, pour le journal et ses copies.</translation>
    </message>
    <message>
        <source>Passphrase of now</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>The passphrase is changed. Whoever knew the old one may have a copy from before.</source>
        <translation>La phrase secrète est changée. Qui connaissait l&apos;ancienne peut avoir une copie d&apos;avant.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Delete takes it away</source>
        <translation>La touche Suppr l&apos;enlève</translation>
    </message>
</context>
<context>
    <name>ChipsField</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>ChooseCard</name>
    <message>
        <source>A full new key</source>
        <translation>Une clé entièrement nouvelle</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>Choisir une phrase secrète</translation>
    </message>
    <message>
        <source>The whole journal is encrypted with it: entries, search, history, files and copies. Whoever finds the file, a copy or the computer reads nothing.</source>
        <translation>Tout le journal est chiffré avec elle&#x202f;: entrées, recherche, historique, fichiers et copies. Qui trouve le fichier, une copie ou l&apos;ordinateur n&apos;y lit rien.</translation>
    </message>
    <message>
        <source>Three or four words that you remember are best. Nobody can look it up for you, not even us.</source>
        <translation>Trois ou quatre mots dont vous vous souvenez sont l&apos;idéal. Personne ne pourra la retrouver pour vous, pas même nous.</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Column {number}</source>
        <translation>Colonne {number}</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Heure de fin</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>Into the notes</source>
        <translation>Dans les notes</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Organisateur</translation>
    </message>
    <message>
        <source>Read again with these columns</source>
        <translation>Relire avec ces colonnes</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Heure de début</translation>
    </message>
    <message>
        <source>What is in its columns?</source>
        <translation>Que contiennent ses colonnes&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Capture in one line…</source>
        <translation>Noter en une ligne…</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer pour de bon</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Go back to a copy</source>
        <translation>Revenir à une copie</translation>
    </message>
    <message>
        <source>Go back to a copy…</source>
        <translation>Revenir à une copie…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>History of this entry</source>
        <translation>Historique de cette fiche</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Learnings</source>
        <translation>Apprentissages</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Look for duplicates…</source>
        <translation>Chercher les doublons…</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Bilan</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>New entry on this page</source>
        <translation>Nouvelle fiche sur cette page</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>New learning</source>
        <translation>Nouvel apprentissage</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Nouveau réseau</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Nouveau rappel</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Ouvrir le menu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Keeping in touch</source>
        <translation>Garder le contact</translation>
    </message>
    <message>
        <source>Rhythms of keeping in touch…</source>
        <translation>Fréquences de contact…</translation>
    </message>
    <message>
        <source>Show or hide confidential entries</source>
        <translation>Montrer ou masquer les fiches confidentielles</translation>
    </message>
    <message>
        <source>New from a template…</source>
        <translation>Commencer d&apos;après un modèle…</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Chercher dans cette liste</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Lock the journal</source>
        <translation>Verrouiller le journal</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>What protects your journal</source>
        <translation>Ce que protège le journal</translation>
    </message>
    <message>
        <source>My week in five minutes</source>
        <translation>Ma semaine en cinq minutes</translation>
    </message>
    <message>
        <source>My week in five minutes…</source>
        <translation>Ma semaine en cinq minutes…</translation>
    </message>
</context>
<context>
    <name>ContactHead</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Me le rappeler…</translation>
    </message>
</context>
<context>
    <name>ContactPane</name>
    <message>
        <source>A name</source>
        <translation>Un nom</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation>Ajouter un téléphone</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Add an e-mail</source>
        <translation>Ajouter un e-mail</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>At a conference, through a colleague…</source>
        <translation>À une conférence, par une collègue…</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>Sortir de l&apos;archive</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Effacer pour de bon…</translation>
    </message>
    <message>
        <source>FFMAS, treasurer</source>
        <translation>FFMAS, trésorière</translation>
    </message>
    <message>
        <source>Get in touch with {name}</source>
        <translation>Reprendre contact avec {name}</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>How it began</source>
        <translation>Comment tout a commencé</translation>
    </message>
    <message>
        <source>Keep in touch</source>
        <translation>Garder le contact</translation>
    </message>
    <message>
        <source>Make confidential</source>
        <translation>Rendre confidentiel</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>No longer confidential</source>
        <translation>N&apos;est plus confidentiel</translation>
    </message>
    <message>
        <source>Noted for today with {name}: {type}</source>
        <translation>Noté aujourd&apos;hui avec {name}&#x202f;: {type}</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>The name in its parts</source>
        <translation>Le nom en détail</translation>
    </message>
    <message>
        <source>This cannot be opened from here. You can copy it instead.</source>
        <translation>Impossible de l&apos;ouvrir d&apos;ici. Il reste possible de le copier.</translation>
    </message>
    <message>
        <source>What you talk about, what they like, what to ask them next…</source>
        <translation>Vos sujets, ses goûts, ce que vous voulez lui demander…</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Écrire un e-mail</translation>
    </message>
    <message>
        <source>You will be reminded: {when}</source>
        <translation>Rappel prévu&#x202f;: {when}</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>mobile</translation>
    </message>
    <message>
        <source>private</source>
        <translation>personnel</translation>
    </message>
    <message>
        <source>website</source>
        <translation>site</translation>
    </message>
    <message>
        <source>work</source>
        <translation>travail</translation>
    </message>
    <message>
        <source>{name} is back from the archive</source>
        <translation>{name} n&apos;est plus dans l&apos;archive</translation>
    </message>
    <message>
        <source>{name} is in the archive</source>
        <translation>{name} est dans l&apos;archive</translation>
    </message>
    <message>
        <source>Keeping in touch as you did so far.</source>
        <translation>Vous garderez le contact comme jusqu&apos;ici.</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>Sans pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>The pause is over.</source>
        <translation>La pause est terminée.</translation>
    </message>
    <message>
        <source>All that is kept of them…</source>
        <translation>Tout ce qui est noté de cette personne…</translation>
    </message>
    <message>
        <source>All that is kept of {name}</source>
        <translation>Tout ce qui est noté de {name}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>À lire</translation>
    </message>
    <message>
        <source>To share practices, to ask about software</source>
        <translation>Échanger des pratiques, demander conseil sur un logiciel</translation>
    </message>
    <message>
        <source>With data and files</source>
        <translation>Avec les données et les fichiers</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Enregistré dans {file}</translation>
    </message>
</context>
<context>
    <name>ContactRhythm</name>
    <message>
        <source>As {name}: {rhythm}</source>
        <translation>Comme {name}&#x202f;: {rhythm}</translation>
    </message>
</context>
<context>
    <name>ContactsScreen</name>
    <message numerus="yes">
        <source>%n contact(s) back from the archive</source>
        <translation>
            <numerusform>%n contact sorti de l&apos;archive</numerusform>
            <numerusform>%n contacts sortis de l&apos;archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) moved to the archive</source>
        <translation>
            <numerusform>%n contact archivé</numerusform>
            <numerusform>%n contacts archivés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) more</source>
        <translation>
            <numerusform>%n favori de plus</numerusform>
            <numerusform>%n favoris de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Archive, or bring back</source>
        <translation>Archiver, ou sortir de l&apos;archive</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>À recontacter</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>Trouver un contact</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>Dernier échange</translation>
    </message>
    <message>
        <source>Look for duplicates…</source>
        <translation>Chercher les doublons…</translation>
    </message>
    <message>
        <source>Make favourites</source>
        <translation>Mettre en favoris</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Your network begins with one person: note somebody you would like to hear from again.</source>
        <translation>Votre réseau commence par une personne&#x202f;: notez quelqu&apos;un dont vous aimeriez avoir des nouvelles.</translation>
    </message>
    <message>
        <source>Still right?</source>
        <translation>À vérifier</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message numerus="yes">
        <source>%n copy(ies) encrypted</source>
        <translation>
            <numerusform>%n copie chiffrée</numerusform>
            <numerusform>%n copies chiffrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) from before the passphrase can still be read by anybody.</source>
        <translation>
            <numerusform>%n copie d&apos;avant la phrase secrète reste lisible par tous.</numerusform>
            <numerusform>%n copies d&apos;avant la phrase secrète restent lisibles par tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies from before</source>
        <translation>Copies d&apos;avant</translation>
    </message>
    <message>
        <source>Encrypt them too</source>
        <translation>Les chiffrer aussi</translation>
    </message>
</context>
<context>
    <name>DateOrderCard</name>
    <message>
        <source>Day first: 3/4/2024 is 3 April</source>
        <translation>Le jour d&apos;abord&#x202f;: 3/4/2024 est le 3 avril</translation>
    </message>
    <message>
        <source>How are its dates written?</source>
        <translation>Comment ses dates sont-elles écrites&#x202f;?</translation>
    </message>
    <message>
        <source>Month first: 3/4/2024 is March 4</source>
        <translation>Le mois d&apos;abord&#x202f;: 3/4/2024 est le 4 mars</translation>
    </message>
    <message>
        <source>The file has: {sample}</source>
        <translation>Le fichier contient&#x202f;: {sample}</translation>
    </message>
</context>
<context>
    <name>Discretion</name>
    <message numerus="yes">
        <source>%n confidential entry(ies) hidden again</source>
        <translation>
            <numerusform>%n fiche confidentielle de nouveau masquée</numerusform>
            <numerusform>%n fiches confidentielles de nouveau masquées</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this journal is marked confidential yet.</source>
        <translation>Rien n&apos;est encore marqué confidentiel dans ce journal.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pair(s) may be one person</source>
        <translation>
            <numerusform>%n paire est peut-être une même personne</numerusform>
            <numerusform>%n paires sont peut-être une même personne</numerusform>
        </translation>
    </message>
    <message>
        <source>All your contacts are different people, as far as one can see.</source>
        <translation>Tous vos contacts sont des personnes différentes, autant qu&apos;on puisse en juger.</translation>
    </message>
    <message>
        <source>Likely one person</source>
        <translation>Probablement la même personne</translation>
    </message>
    <message>
        <source>Looking through your contacts…</source>
        <translation>Vos contacts sont parcourus…</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>Fusionné&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>Peut-être la même personne</translation>
    </message>
    <message>
        <source>That was all. The pairs you put off are shown again next time.</source>
        <translation>C&apos;est tout. Les paires remises à plus tard reviendront la prochaine fois.</translation>
    </message>
    <message>
        <source>They stay two people.</source>
        <translation>Ce sont bien deux personnes.</translation>
    </message>
    <message>
        <source>Very likely one person</source>
        <translation>Très probablement la même personne</translation>
    </message>
</context>
<context>
    <name>EntryMenu</name>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Left out of everything that leaves this journal</source>
        <translation>Laissé de côté dans tout ce qui sort de ce journal</translation>
    </message>
    <message>
        <source>More about this entry</source>
        <translation>Autres actions sur cette fiche</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>Garder comme modèle</translation>
    </message>
    <message>
        <source>What stays the same: all but its date and its people</source>
        <translation>Ce qui reste le même&#x202f;: tout sauf la date et les personnes</translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message numerus="yes">
        <source>%n reminder(s) went too.</source>
        <translation>
            <numerusform>%n rappel a disparu aussi.</numerusform>
            <numerusform>%n rappels ont disparu aussi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer pour de bon</translation>
    </message>
    <message>
        <source>Erase {name} for good?</source>
        <translation>Effacer {name} pour de bon&#x202f;?</translation>
    </message>
    <message>
        <source>Everything noted about this person goes: the contact, its history, the reminders about it. Events and learnings stay, without the name among their people.</source>
        <translation>Tout ce qui est noté de cette personne disparaît&#x202f;: le contact, son historique, les rappels à son sujet. Les événements et les apprentissages restent, sans son nom parmi les personnes.</translation>
    </message>
    <message>
        <source>In the text of other entries</source>
        <translation>Dans le texte d&apos;autres fiches</translation>
    </message>
    <message>
        <source>In your copies</source>
        <translation>Dans vos copies</translation>
    </message>
    <message>
        <source>Keep this contact</source>
        <translation>Garder ce contact</translation>
    </message>
    <message>
        <source>The name still stands in what you wrote there:</source>
        <translation>Le nom figure encore dans ce que vous y avez écrit&#x202f;:</translation>
    </message>
    <message>
        <source>These copies still hold the person; one that you restore is cleaned first. Delete them by hand if nothing may be left.</source>
        <translation>Ces copies contiennent encore la personne&#x202f;; celle que vous restaurez est nettoyée d&apos;abord. Supprimez-les vous-même si rien ne doit rester.</translation>
    </message>
    <message>
        <source>This cannot be undone. To be able to bring the contact back, move it to the trash instead.</source>
        <translation>Rien ne l&apos;annule. Pour pouvoir retrouver le contact, mettez-le plutôt à la corbeille.</translation>
    </message>
    <message>
        <source>{name} is erased for good.</source>
        <translation>Effacé pour de bon&#x202f;: {name}</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>A trick, a tool, a question that came up: keep it here while it is fresh.</source>
        <translation>Une astuce, un outil, une question&#x202f;: gardez-les ici pendant que c&apos;est frais.</translation>
    </message>
    <message>
        <source>Add a learning</source>
        <translation>Ajouter un apprentissage</translation>
    </message>
    <message>
        <source>Did it take place?</source>
        <translation>A-t-il eu lieu&#x202f;?</translation>
    </message>
    <message>
        <source>For you it begins {moment}.</source>
        <translation>Pour vous, cela commence le {moment}.</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Comment cela s&apos;est passé</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Times of {zone}.</source>
        <translation>Heures de {zone}.</translation>
    </message>
    <message>
        <source>What I learned there</source>
        <translation>Ce que j&apos;y ai appris</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Ce qui en est sorti</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>De quoi s&apos;agit-il&#x202f;?</translation>
    </message>
    <message>
        <source>What was said, what to remember</source>
        <translation>Ce qui s&apos;est dit, ce qu&apos;il faut retenir</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>Qui y est</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>All types</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Back to the month</source>
        <translation>Retour au mois</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Chercher ici</translation>
    </message>
    <message>
        <source>List or month</source>
        <translation>Liste ou mois</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>No event yet. Whatever you note once it is over gathers here.</source>
        <translation>Pas encore d&apos;événement. Ce que vous notez une fois passé se retrouve ici.</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or another filter.</source>
        <translation>Rien trouvé. Essayez un autre mot ou un autre filtre.</translation>
    </message>
    <message>
        <source>Nothing is planned yet. Add a coffee, a call or a webinar you look forward to.</source>
        <translation>Rien de prévu pour l&apos;instant. Ajoutez un café, un appel ou un webinaire qui vous fait envie.</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Passés</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>ExchangeButton</name>
    <message>
        <source>Log an exchange</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Log another kind of exchange</source>
        <translation>Noter un autre type d&apos;échange</translation>
    </message>
    <message>
        <source>Notes a message of today. The arrow offers a call, a coffee…</source>
        <translation>Note un message d&apos;aujourd&apos;hui. La flèche propose un appel, un café…</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>The people you meet, what you learn, what you are proud of, what must not be forgotten: kept here, on this computer, for you alone.</source>
        <translation>Les personnes que vous rencontrez, ce que vous apprenez, ce dont vous êtes fière, ce qu&apos;il ne faut pas oublier&#x202f;: gardé ici, sur cet ordinateur, pour vous seule.</translation>
    </message>
    <message>
        <source>Tick those you belong to or would like to know better; you can change this later.</source>
        <translation>Cochez ceux dont vous faites partie ou que vous aimeriez mieux connaître&#x202f;; vous pourrez changer plus tard.</translation>
    </message>
    <message>
        <source>Welcome to your networking journal</source>
        <translation>Bienvenue dans votre journal de réseau</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your networks</source>
        <translation>Vos réseaux</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>After the event</source>
        <translation>Après l&apos;événement</translation>
    </message>
    <message>
        <source>Choose a moment, and you will be reminded of it.</source>
        <translation>Choisissez un moment, et un rappel vous attendra.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fait.</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Donner suite</translation>
    </message>
    <message>
        <source>Follow up: {title}</source>
        <translation>Donner suite&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Pick a day…</source>
        <translation>Choisir un jour…</translation>
    </message>
    <message>
        <source>Prepare: {title}</source>
        <translation>Préparer&#x202f;: {title}</translation>
    </message>
    <message>
        <source>You will be reminded: {when}</source>
        <translation>Rappel prévu&#x202f;: {when}</translation>
    </message>
</context>
<context>
    <name>FormPane</name>
    <message>
        <source>“{name}” is a template now</source>
        <translation>«&#x202f;{name}&#x202f;» est maintenant un modèle</translation>
    </message>
</context>
<context>
    <name>GoingBackCard</name>
    <message>
        <source>Copy</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Go back to this copy</source>
        <translation>Revenir à cette copie</translation>
    </message>
    <message>
        <source>Passphrase of that copy</source>
        <translation>Phrase secrète de cette copie</translation>
    </message>
    <message>
        <source>The journal is back at a copy: {when}.</source>
        <translation>Le journal est revenu à une copie&#x202f;: {when}.</translation>
    </message>
    <message>
        <source>The journal stays without a passphrase.</source>
        <translation>Le journal reste sans phrase secrète.</translation>
    </message>
    <message>
        <source>There is no copy yet. One is made when you quit, and every hour.</source>
        <translation>Il n&apos;y a pas encore de copie. Une se fait quand vous quittez, et chaque heure.</translation>
    </message>
    <message>
        <source>This copy was made under a passphrase. From then on that one opens the journal, or its recovery sheet.</source>
        <translation>Cette copie a été faite sous une phrase secrète. C&apos;est elle qui ouvrira ensuite le journal, ou sa feuille de secours.</translation>
    </message>
    <message>
        <source>This copy was made under another passphrase. From then on that one opens the journal, or its recovery sheet; the passphrase of today opens only what is kept of now.</source>
        <translation>Cette copie a été faite sous une autre phrase secrète. C&apos;est elle qui ouvrira ensuite le journal, ou sa feuille de secours&#x202f;; celle d&apos;aujourd&apos;hui n&apos;ouvrira plus que ce qui est gardé du présent.</translation>
    </message>
    <message>
        <source>To which copy?</source>
        <translation>À quelle copie&#x202f;?</translation>
    </message>
    <message>
        <source>What is in the journal now is kept with the copies: you can come back to it in the same way.</source>
        <translation>Ce qui est maintenant dans le journal est gardé avec les copies&#x202f;: vous pourrez y revenir de la même façon.</translation>
    </message>
    <message>
        <source>What was there is kept as {file}.</source>
        <translation>Ce qui était là est gardé sous le nom {file}.</translation>
    </message>
    <message>
        <source>Your passphrase of today goes on opening the journal.</source>
        <translation>Votre phrase secrète d&apos;aujourd&apos;hui continue d&apos;ouvrir le journal.</translation>
    </message>
    <message>
        <source>{when} (kept when a copy took its place)</source>
        <translation>{when} (gardé quand une copie a pris sa place)</translation>
    </message>
</context>
<context>
    <name>GuideCard</name>
    <message>
        <source>How to get its file</source>
        <translation>Comment obtenir son fichier</translation>
    </message>
</context>
<context>
    <name>HelpersCard</name>
    <message>
        <source>Adds them to the people of this question, as asked</source>
        <translation>L&apos;ajoute aux personnes à qui la question est posée</translation>
    </message>
    <message>
        <source>Ask {name}</source>
        <translation>Demander à {name}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Who could help?</source>
        <translation>Qui pourrait aider&#x202f;?</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History of “{title}”</source>
        <translation>Historique de «&#x202f;{title}&#x202f;»</translation>
    </message>
    <message>
        <source>{when}, undone since</source>
        <translation>{when}, annulé depuis</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>No quiet hours</source>
        <translation>Pas d&apos;heures calmes</translation>
    </message>
    <message>
        <source>Say from when and until when.</source>
        <translation>Dites de quelle heure à quelle heure.</translation>
    </message>
    <message>
        <source>These hours end as they begin. Choose another end.</source>
        <translation>Ces heures finissent quand elles commencent. Choisissez une autre fin.</translation>
    </message>
    <message>
        <source>This time was not understood. Try 9:30.</source>
        <translation>Cette heure n&apos;est pas comprise. Essayez 9:30.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>à</translation>
    </message>
</context>
<context>
    <name>LearningPane</name>
    <message>
        <source>A figure, a thank-you note, what it changed</source>
        <translation>Un chiffre, un mot de remerciement, ce que cela a changé</translation>
    </message>
    <message>
        <source>The answer, and whom to thank</source>
        <translation>La réponse, et qui remercier</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Ce que c&apos;est devenu</translation>
    </message>
    <message>
        <source>What is worth keeping?</source>
        <translation>Qu&apos;est-ce qui mérite d&apos;être gardé&#x202f;?</translation>
    </message>
    <message>
        <source>What it changed: time saved, a mistake avoided, a compliment</source>
        <translation>Ce que cela a changé&#x202f;: du temps gagné, une erreur évitée, un compliment</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>D&apos;où cela vient</translation>
    </message>
    <message>
        <source>Who taught, asked or answered</source>
        <translation>Qui a appris, demandé ou répondu</translation>
    </message>
    <message>
        <source>Write freely. **bold**, - lists, [links](https://…) and `code` become a page.</source>
        <translation>Écrivez librement. **gras**, - listes, [liens](https://…) et `code` deviennent une page.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>LearningsScreen</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Par titre</translation>
    </message>
    <message>
        <source>Find a learning</source>
        <translation>Chercher ici</translation>
    </message>
    <message>
        <source>Keep the first thing here: a trick that saves time, a question, a small win.</source>
        <translation>Gardez ici une première chose&#x202f;: une astuce qui fait gagner du temps, une question, une petite réussite.</translation>
    </message>
    <message>
        <source>New learning</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>No question is open. When a doubt comes up, write it down: somebody knows.</source>
        <translation>Aucune question ouverte. Quand un doute vient, notez-le&#x202f;: quelqu&apos;un sait.</translation>
    </message>
    <message>
        <source>Nothing is waiting to be tried out.</source>
        <translation>Rien n&apos;attend d&apos;être essayé.</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Plus anciens</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Questions ouvertes</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Pratiques</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Astuces</translation>
    </message>
    <message>
        <source>To apply</source>
        <translation>À appliquer</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>What went well lately? Write it down: it will be in your yearly record.</source>
        <translation>Qu&apos;est-ce qui a bien marché ces temps-ci&#x202f;? Notez-le&#x202f;: ce sera dans votre dossier de valorisation.</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Réussites</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>confidential</source>
        <translation>confidentiel</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
</context>
<context>
    <name>ListDetailScreen</name>
    <message numerus="yes">
        <source>%n entry(ies) moved to the trash</source>
        <translation>
            <numerusform>%n fiche mise à la corbeille</numerusform>
            <numerusform>%n fiches mises à la corbeille</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Choose one in the list, or begin a new one.</source>
        <translation>Choisissez dans la liste, ou commencez une nouvelle fiche.</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Étiquette ajoutée</translation>
    </message>
    <message>
        <source>Show confidential</source>
        <translation>Montrer le confidentiel</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a tag to the selected entries</source>
        <translation>Ajouter une étiquette aux fiches sélectionnées</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Filter by network or tag</source>
        <translation>Filtrer par réseau ou étiquette</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Nothing here. Another filter shows the others.</source>
        <translation>Rien ici. Un autre filtre montre le reste.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or another filter.</source>
        <translation>Rien trouvé. Essayez un autre mot ou un autre filtre.</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock when nothing is typed or clicked for</source>
        <translation>Verrouiller quand rien n&apos;est saisi ni cliqué pendant</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Passphrase and sheet…</source>
        <translation>Phrase secrète et feuille…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Choisir une phrase secrète…</translation>
    </message>
    <message>
        <source>Your journal is a plain file: whoever has it or this computer can read it.</source>
        <translation>Votre journal est un fichier lisible&#x202f;: qui a le fichier ou cet ordinateur peut le lire.</translation>
    </message>
    <message>
        <source>Your journal is encrypted. Ctrl+L locks it, as do the screen&apos;s lock and sleep.</source>
        <translation>Votre journal est chiffré. Ctrl+L le verrouille, tout comme le verrouillage de l&apos;écran et la veille.</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Everything is safe inside. Your passphrase opens it.</source>
        <translation>Tout est à l&apos;abri. Votre phrase secrète l&apos;ouvre.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de secours</translation>
    </message>
    <message>
        <source>Type the eight groups of your sheet. Spaces and dashes do not count.</source>
        <translation>Saisissez les huit groupes de votre feuille. Espaces et tirets ne comptent pas.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Use my passphrase</source>
        <translation>Utiliser ma phrase secrète</translation>
    </message>
    <message>
        <source>Use my recovery sheet</source>
        <translation>Utiliser ma feuille de secours</translation>
    </message>
    <message>
        <source>Your journal is locked</source>
        <translation>Votre journal est verrouillé</translation>
    </message>
</context>
<context>
    <name>LookingBackScreen</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning(s)</source>
        <translation>
            <numerusform>%n apprentissage</numerusform>
            <numerusform>%n apprentissages</numerusform>
        </translation>
    </message>
    <message>
        <source>At least once a month you met someone of your trade. Your network is alive.</source>
        <translation>Au moins une fois par mois, vous avez vu quelqu&apos;un de votre métier. Votre réseau est vivant.</translation>
    </message>
    <message>
        <source>Events month by month</source>
        <translation>Événements mois par mois</translation>
    </message>
    <message>
        <source>Every exchange counts. Here is what this year was made of.</source>
        <translation>Chaque échange compte. Voici de quoi cette année a été faite.</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Bilan</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>Mois par mois</translation>
    </message>
    <message>
        <source>Note one now</source>
        <translation>En noter un</translation>
    </message>
    <message>
        <source>Nothing noted that year.</source>
        <translation>Rien de noté cette année-là.</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>L&apos;année suivante</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>L&apos;année précédente</translation>
    </message>
    <message>
        <source>What each network gave</source>
        <translation>Ce que chaque réseau a apporté</translation>
    </message>
    <message>
        <source>What you learned</source>
        <translation>Ce que vous avez appris</translation>
    </message>
    <message>
        <source>You helped more often than you asked. That is worth saying at your next appraisal.</source>
        <translation>Vous avez aidé plus souvent que vous n&apos;avez demandé. Cela vaut d&apos;être dit à votre prochain entretien.</translation>
    </message>
    <message>
        <source>Your year will be told here, once you have noted a first event or learning.</source>
        <translation>Votre année se racontera ici, dès un premier événement ou apprentissage noté.</translation>
    </message>
    <message numerus="yes">
        <source>event(s) attended</source>
        <translation>
            <numerusform>événement suivi</numerusform>
            <numerusform>événements suivis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new contact(s)</source>
        <translation>
            <numerusform>nouveau contact</numerusform>
            <numerusform>nouveaux contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>of learning</source>
        <translation>d&apos;apprentissage</translation>
    </message>
    <message numerus="yes">
        <source>person(s) met</source>
        <translation>
            <numerusform>personne rencontrée</numerusform>
            <numerusform>personnes rencontrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>question(s) settled</source>
        <translation>
            <numerusform>question réglée</numerusform>
            <numerusform>questions réglées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>time(s) you helped</source>
        <translation>
            <numerusform>fois où vous avez aidé</numerusform>
            <numerusform>fois où vous avez aidé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>time(s) you were helped</source>
        <translation>
            <numerusform>fois où l&apos;on vous a aidée</numerusform>
            <numerusform>fois où l&apos;on vous a aidée</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours}&#x202f;h</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Networking Journal</source>
        <translation>Journal de réseau</translation>
    </message>
</context>
<context>
    <name>MarkdownField</name>
    <message>
        <source>Preview (Ctrl+Shift+P)</source>
        <translation>Aperçu (Ctrl+Maj+P)</translation>
    </message>
</context>
<context>
    <name>MembershipsField</name>
    <message>
        <source>Write the role…</source>
        <translation>Écrire le rôle…</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>This time was not understood. Try 9:30.</source>
        <translation>Cette heure n&apos;est pas comprise. Essayez 9:30.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Next month (Page Down)</source>
        <translation>Mois suivant (Page suiv.)</translation>
    </message>
    <message>
        <source>Previous month (Page Up)</source>
        <translation>Mois précédent (Page préc.)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>New event on this day</source>
        <translation>Nouvel événement ce jour-là</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Nothing noted there yet</source>
        <translation>Rien de noté pour l&apos;instant</translation>
    </message>
    <message>
        <source>To renew: {day}</source>
        <translation>À renouveler&#x202f;: {day}</translation>
    </message>
    <message>
        <source>Was to be renewed: {day}</source>
        <translation>À renouveler, c&apos;était prévu&#x202f;: {day}</translation>
    </message>
</context>
<context>
    <name>NetworkPane</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) this year</source>
        <translation>
            <numerusform>%n événement cette année</numerusform>
            <numerusform>%n événements cette année</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning(s) this year</source>
        <translation>
            <numerusform>%n apprentissage cette année</numerusform>
            <numerusform>%n apprentissages cette année</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Address of its news feed</source>
        <translation>Adresse de son fil d&apos;actualité</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>Amount a year</source>
        <translation>Montant par an</translation>
    </message>
    <message>
        <source>Anything worth remembering</source>
        <translation>Tout ce qu&apos;il est bon de retenir</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>History of this network</source>
        <translation>Historique de ce réseau</translation>
    </message>
    <message>
        <source>Member, treasurer…</source>
        <translation>Membre, trésorière…</translation>
    </message>
    <message>
        <source>My place in it</source>
        <translation>Ma place dans ce réseau</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>Nom du réseau</translation>
    </message>
    <message>
        <source>Open its site</source>
        <translation>Ouvrir son site</translation>
    </message>
    <message>
        <source>People there</source>
        <translation>Ses membres que je connais</translation>
    </message>
    <message>
        <source>The renewal date ({day}) has passed: is it done?</source>
        <translation>La date de renouvellement ({day}) est passée&#x202f;: est-ce fait&#x202f;?</translation>
    </message>
    <message>
        <source>To be renewed: {day}.</source>
        <translation>À renouveler&#x202f;: {day}.</translation>
    </message>
    <message>
        <source>What it gave</source>
        <translation>Ce qu&apos;il a apporté</translation>
    </message>
    <message>
        <source>What it offers you</source>
        <translation>Ce qu&apos;il vous offre</translation>
    </message>
    <message>
        <source>Year or day</source>
        <translation>Année ou jour</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Keep in touch with its people</source>
        <translation>Garder le contact</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) met this year</source>
        <translation>
            <numerusform>%n personne rencontrée cette année</numerusform>
            <numerusform>%n personnes rencontrées cette année</numerusform>
        </translation>
    </message>
    <message>
        <source>It is renewed</source>
        <translation>C&apos;est renouvelé</translation>
    </message>
    <message>
        <source>Renewed: its date is next year, and its reminders with it</source>
        <translation>Renouvelé&#x202f;: la date est celle de l&apos;an prochain, et ses rappels aussi</translation>
    </message>
    <message>
        <source>{hours} h this year</source>
        <translation>{hours} h cette année</translation>
    </message>
</context>
<context>
    <name>NetworksScreen</name>
    <message>
        <source>Add a well-known network…</source>
        <translation>Ajouter un réseau connu…</translation>
    </message>
    <message>
        <source>All seven are here already.</source>
        <translation>Les sept sont déjà là.</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Nouveau réseau</translation>
    </message>
    <message>
        <source>No network yet. Add the one where you last met another assistant.</source>
        <translation>Pas encore de réseau. Ajoutez celui où vous avez rencontré une autre assistante.</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Renouvellement</translation>
    </message>
    <message>
        <source>Find a network</source>
        <translation>Chercher ici</translation>
    </message>
</context>
<context>
    <name>NewKeyCard</name>
    <message>
        <source>A full new key</source>
        <translation>Une clé entièrement nouvelle</translation>
    </message>
    <message>
        <source>Everything is encrypted anew, with a new passphrase and a new sheet: for when somebody may know the passphrase or have the sheet.</source>
        <translation>Tout est rechiffré, avec une nouvelle phrase secrète et une nouvelle feuille&#x202f;: si quelqu&apos;un peut connaître la phrase ou avoir la feuille.</translation>
    </message>
    <message>
        <source>New key and new sheet…</source>
        <translation>Nouvelle clé et nouvelle feuille…</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message numerus="yes">
        <source>%n new piece(s) of news</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Tout est lu</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Fetch by itself</source>
        <translation>Chercher tout seul</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Chercher maintenant</translation>
    </message>
    <message>
        <source>Keep as a learning</source>
        <translation>Garder comme apprentissage</translation>
    </message>
    <message>
        <source>Kept among your learnings</source>
        <translation>Gardé parmi vos apprentissages</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nouvelles</translation>
    </message>
    <message>
        <source>Nothing fetched yet. Its news come only when you ask for them.</source>
        <translation>Rien de cherché pour l&apos;instant. Ses nouvelles ne viennent que si vous les demandez.</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Seulement quand je le demande</translation>
    </message>
    <message>
        <source>Open what you kept</source>
        <translation>Ouvrir ce que vous avez gardé</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A report without any of your words was kept in {file}.</source>
        <translation>Un rapport sans aucun de vos mots a été gardé dans {file}.</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What you wrote is safe.</source>
        <translation>L&apos;application a rencontré un problème. Ce que vous avez écrit est en sûreté.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>This is not a number that fits here.</source>
        <translation>Ce nombre ne convient pas ici.</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Pas la même personne</translation>
    </message>
    <message>
        <source>What you do not choose is kept in the notes.</source>
        <translation>Ce que vous ne choisissez pas est gardé dans les notes.</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>A sample journal needs no passphrase.</source>
        <translation>Un journal d&apos;essai n&apos;a pas besoin de phrase secrète.</translation>
    </message>
    <message>
        <source>The passphrase is removed. Encrypted copies stay locked by the last one.</source>
        <translation>La phrase secrète est retirée. Les copies chiffrées restent verrouillées par la dernière.</translation>
    </message>
    <message>
        <source>Your journal and its copies are under a full new key. The old sheet opens nothing.</source>
        <translation>Votre journal et ses copies ont une clé entièrement nouvelle. L&apos;ancienne feuille n&apos;ouvre plus rien.</translation>
    </message>
    <message>
        <source>Your journal is encrypted. The passphrase or the sheet opens it, nothing else does.</source>
        <translation>Votre journal est chiffré. La phrase secrète ou la feuille l&apos;ouvre, rien d&apos;autre.</translation>
    </message>
    <message>
        <source>The calendar kept in {folder} stays readable, since other programs are to read it.</source>
        <translation>L&apos;agenda tenu à jour dans {folder} reste lisible, puisque d&apos;autres programmes doivent le lire.</translation>
    </message>
</context>
<context>
    <name>PeopleField</name>
    <message>
        <source>No role</source>
        <translation>Sans rôle</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Somebody else, who shares the address</source>
        <translation>Quelqu&apos;un d&apos;autre, qui partage l&apos;adresse</translation>
    </message>
    <message>
        <source>Who is {name}?</source>
        <translation>Qui est {name}&#x202f;?</translation>
    </message>
    <message>
        <source>{address} is the address of {name} in the file, and of {people}.</source>
        <translation>{address} est l&apos;adresse de {name} dans le fichier, et de {people}.</translation>
    </message>
    <message>
        <source>{person}: they are one person</source>
        <translation>{person}&#x202f;: c&apos;est la même personne</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n mois</numerusform>
            <numerusform>%n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n semaine</numerusform>
            <numerusform>%n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n an</numerusform>
            <numerusform>%n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>Last exchange {time} · the next by {day}</source>
        <translation>Dernier échange {time} · le prochain&#x202f;: {day}</translation>
    </message>
    <message>
        <source>Last exchange {time}</source>
        <translation>Dernier échange {time}</translation>
    </message>
    <message>
        <source>Last exchange {time}. A short hello is enough.</source>
        <translation>Dernier échange {time}. Un petit bonjour suffit.</translation>
    </message>
    <message>
        <source>No exchange noted yet</source>
        <translation>Pas encore d&apos;échange noté</translation>
    </message>
    <message>
        <source>No exchange noted yet. A short hello would be a good beginning.</source>
        <translation>Pas encore d&apos;échange noté. Un petit bonjour serait un bon début.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd&apos;hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>il y a {time}</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>tous les %n jours</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>every day</source>
        <translation>tous les jours</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>tous les mois</translation>
    </message>
    <message>
        <source>every six months</source>
        <translation>tous les six mois</translation>
    </message>
    <message>
        <source>every three months</source>
        <translation>tous les trois mois</translation>
    </message>
    <message>
        <source>every two months</source>
        <translation>tous les deux mois</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>toutes les deux semaines</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>toutes les semaines</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>tous les ans</translation>
    </message>
    <message>
        <source>{told} · paused until {day}</source>
        <translation>{told} · en pause, fin de la pause&#x202f;: {day}</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Association, group, blog…</source>
        <translation>Association, groupe, blog…</translation>
    </message>
    <message>
        <source>Nobody of that name is among your contacts yet.</source>
        <translation>Personne de ce nom n&apos;est encore parmi vos contacts.</translation>
    </message>
    <message>
        <source>The event it came from</source>
        <translation>L&apos;événement d&apos;où cela vient</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adresse web</translation>
    </message>
</context>
<context>
    <name>ProposalLine</name>
    <message>
        <source>Keep it: {rhythm}</source>
        <translation>Garder ce rythme&#x202f;: {rhythm}</translation>
    </message>
    <message>
        <source>So far you have been in touch about every {time}.</source>
        <translation>Jusqu&apos;ici, il se passe environ {time} entre deux échanges.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Keep this sheet away from the computer, where you keep what matters.</source>
        <translation>Gardez cette feuille loin de l&apos;ordinateur, là où vous rangez ce qui compte.</translation>
    </message>
    <message>
        <source>On the lock page, choose &quot;Use my recovery sheet&quot; and type the eight groups.</source>
        <translation>Sur la page de verrouillage, choisissez «&#x202f;Utiliser ma feuille de secours&#x202f;» et saisissez les huit groupes.</translation>
    </message>
    <message>
        <source>Recovery sheet of your networking journal</source>
        <translation>Feuille de secours de votre journal de réseau</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Feuille de secours</translation>
    </message>
    <message>
        <source>This code alone opens your journal, also when the passphrase is forgotten.</source>
        <translation>Ce code suffit à ouvrir votre journal, même si la phrase secrète est oubliée.</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>The journal could not be opened</source>
        <translation>Le journal n&apos;a pas pu être ouvert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) were rescued.</source>
        <translation>
            <numerusform>%n fiche a été sauvée.</numerusform>
            <numerusform>%n fiches ont été sauvées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Into a new journal; the damaged one is kept beside the copies</source>
        <translation>Dans un nouveau journal&#x202f;; le journal abîmé est gardé à côté des copies</translation>
    </message>
    <message>
        <source>Rescue what can be read</source>
        <translation>Sauver ce qui peut être lu</translation>
    </message>
    <message>
        <source>The damaged journal is kept as {file}.</source>
        <translation>Le journal abîmé est gardé sous le nom {file}.</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>En commencer un nouveau</translation>
    </message>
</context>
<context>
    <name>RememberCard</name>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Open by itself at the start, without the passphrase</source>
        <translation>S&apos;ouvrir de lui-même au démarrage, sans la phrase secrète</translation>
    </message>
    <message>
        <source>The key is then kept in this computer&apos;s own safe for passwords: whoever uses your session can open the journal. The passphrase goes on opening it, and a lock still asks for it.</source>
        <translation>La clé est alors gardée dans le coffre à mots de passe de cet ordinateur&#x202f;: qui utilise votre session peut ouvrir le journal. La phrase secrète l&apos;ouvre toujours, et reste demandée après un verrouillage.</translation>
    </message>
</context>
<context>
    <name>ReminderPane</name>
    <message>
        <source>All to come are moved.</source>
        <translation>Toutes les suivantes sont déplacées.</translation>
    </message>
    <message>
        <source>Anyone, anything</source>
        <translation>Une personne, une chose</translation>
    </message>
    <message>
        <source>Anything worth knowing then</source>
        <translation>Ce qu&apos;il sera utile de savoir alors</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fait.</translation>
    </message>
    <message>
        <source>History of this reminder</source>
        <translation>Historique de ce rappel</translation>
    </message>
    <message>
        <source>It is to be done again.</source>
        <translation>De nouveau à faire.</translation>
    </message>
    <message>
        <source>It will not come again.</source>
        <translation>Il ne reviendra plus.</translation>
    </message>
    <message>
        <source>More about this series</source>
        <translation>Plus sur cette série</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Finalement pas fait</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Put off.</source>
        <translation>Reporté.</translation>
    </message>
    <message>
        <source>Skip this once</source>
        <translation>Passer cette fois</translation>
    </message>
    <message>
        <source>Skipped this once.</source>
        <translation>Passé cette fois.</translation>
    </message>
    <message>
        <source>Stop the series</source>
        <translation>Arrêter la série</translation>
    </message>
    <message>
        <source>What not to forget</source>
        <translation>Ce qu&apos;il ne faut pas oublier</translation>
    </message>
    <message>
        <source>Open my week</source>
        <translation>Ouvrir ma semaine</translation>
    </message>
</context>
<context>
    <name>RemindersScreen</name>
    <message>
        <source>Done</source>
        <translation>Faits</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Nouveau rappel</translation>
    </message>
    <message>
        <source>Nothing to remember. Write down what must not be forgotten, and rest.</source>
        <translation>Rien à retenir. Notez ce qu&apos;il ne faut pas oublier, et soyez tranquille.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Find a reminder</source>
        <translation>Chercher ici</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Networking Journal</source>
        <translation>Journal de réseau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>You have a reminder</source>
        <translation>Vous avez un rappel</translation>
    </message>
</context>
<context>
    <name>RemoveCard</name>
    <message>
        <source>Remove the passphrase</source>
        <translation>Retirer la phrase secrète</translation>
    </message>
    <message>
        <source>Remove the passphrase…</source>
        <translation>Retirer la phrase secrète…</translation>
    </message>
    <message>
        <source>The journal becomes a plain file again: whoever has it or this computer reads it all.</source>
        <translation>Le journal redevient un fichier lisible&#x202f;: qui a le fichier ou cet ordinateur y lit tout.</translation>
    </message>
    <message>
        <source>Yes, make it readable</source>
        <translation>Oui, le rendre lisible</translation>
    </message>
</context>
<context>
    <name>RepeatField</name>
    <message>
        <source>Days, weeks, months or years</source>
        <translation>Jours, semaines, mois ou années</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Tous les</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Number of times</source>
        <translation>Nombre de fois</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Quel jour</translation>
    </message>
    <message>
        <source>Other rhythm…</source>
        <translation>Autre rythme…</translation>
    </message>
    <message>
        <source>So many times</source>
        <translation>Un nombre de fois</translation>
    </message>
    <message>
        <source>Until a day</source>
        <translation>Jusqu&apos;à un jour</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Jusqu&apos;à quand</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>times</source>
        <translation>fois</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semaines</translation>
    </message>
    <message>
        <source>year</source>
        <translation>an</translation>
    </message>
    <message>
        <source>years</source>
        <translation>ans</translation>
    </message>
</context>
<context>
    <name>ReturningDaysCard</name>
    <message>
        <source>Birthdays</source>
        <translation>Les anniversaires</translation>
    </message>
    <message>
        <source>Days that return</source>
        <translation>Les jours qui reviennent</translation>
    </message>
    <message>
        <source>Memberships to renew</source>
        <translation>Adhésions à renouveler</translation>
    </message>
    <message>
        <source>Of France, in April</source>
        <translation>De France, en avril</translation>
    </message>
    <message>
        <source>Of other countries</source>
        <translation>Des autres pays</translation>
    </message>
    <message>
        <source>Shown on Today two weeks ahead, and in the month.</source>
        <translation>Affichés deux semaines à l&apos;avance sur Aujourd&apos;hui, et dans le mois.</translation>
    </message>
    <message>
        <source>The assistants&apos; day</source>
        <translation>La fête des assistantes et assistants</translation>
    </message>
    <message>
        <source>The day you met somebody</source>
        <translation>Le jour où vous avez rencontré quelqu&apos;un</translation>
    </message>
    <message>
        <source>Which assistants&apos; day</source>
        <translation>Quelle fête des assistantes</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>Noted more than a year ago: is all of it still right?</source>
        <translation>Notée il y a plus d&apos;un an&#x202f;: tout est encore juste&#x202f;?</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>Toujours juste</translation>
    </message>
</context>
<context>
    <name>RhythmField</name>
    <message>
        <source>Every month</source>
        <translation>Chaque mois</translation>
    </message>
    <message>
        <source>Every six months</source>
        <translation>Tous les six mois</translation>
    </message>
    <message>
        <source>Every three months</source>
        <translation>Tous les trois mois</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Toutes les deux semaines</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Chaque année</translation>
    </message>
    <message>
        <source>Every…</source>
        <translation>Tous les…</translation>
    </message>
    <message>
        <source>No rhythm</source>
        <translation>Sans fréquence</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Nombre de jours</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
</context>
<context>
    <name>RhythmsPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>A rhythm for a network or a tag holds for everybody in it. The contact&apos;s own rhythm goes before it, a tag&apos;s before a network&apos;s, and of several the shortest. It is counted from your last real exchange.</source>
        <translation>La fréquence d&apos;un réseau ou d&apos;une étiquette vaut pour toutes les personnes qui en font partie. Celle du contact lui-même passe avant, celle d&apos;une étiquette avant celle d&apos;un réseau, et de plusieurs la plus courte. Elle se compte depuis votre dernier véritable échange.</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>Par réseau</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Par étiquette</translation>
    </message>
    <message>
        <source>No contact bears a tag yet. Give one to those who belong.</source>
        <translation>Aucun contact n&apos;a encore d&apos;étiquette. Donnez-en une à ceux qui vont ensemble.</translation>
    </message>
    <message>
        <source>Rhythm of {name}</source>
        <translation>Fréquence pour {name}</translation>
    </message>
    <message>
        <source>Rhythm of {name}: kept</source>
        <translation>Fréquence pour {name}&#x202f;: c&apos;est noté</translation>
    </message>
    <message>
        <source>You have no network yet: begin with one.</source>
        <translation>Vous n&apos;avez pas encore de réseau&#x202f;: commencez par en ajouter un.</translation>
    </message>
</context>
<context>
    <name>SavedList</name>
    <message>
        <source>Give another name</source>
        <translation>Donner un autre nom</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Nom de la recherche</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Take out of the sidebar</source>
        <translation>Retirer de la barre latérale</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved: it stands in the sidebar now</source>
        <translation>Enregistrée&#x202f;: elle est désormais dans la barre latérale</translation>
    </message>
    <message>
        <source>Taken out of the sidebar</source>
        <translation>Retirée de la barre latérale</translation>
    </message>
    <message>
        <source>This search stands in the sidebar already</source>
        <translation>Cette recherche est déjà dans la barre latérale</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear (Escape)</source>
        <translation>Effacer (Échap)</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Nothing found for “{words}”. Try the beginning of a word.</source>
        <translation>Rien trouvé pour «&#x202f;{words}&#x202f;». Essayez le début d&apos;un mot.</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>For example kind:event, tag:excel, network:ffmas, with:claire, place:lyon or date:2026.</source>
        <translation>Par exemple type&#x202f;: événement, étiquette&#x202f;: excel, réseau&#x202f;: ffmas, avec&#x202f;: claire, lieu&#x202f;: lyon ou date&#x202f;: 2026.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Capitals seem to be locked.</source>
        <translation>Les majuscules semblent verrouillées.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Cacher ce qui est saisi</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Montrer ce qui est saisi</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n jour avant</numerusform>
            <numerusform>%n jours avant</numerusform>
        </translation>
    </message>
    <message>
        <source>A month before</source>
        <translation>Un mois avant</translation>
    </message>
    <message>
        <source>A week before</source>
        <translation>Une semaine avant</translation>
    </message>
    <message>
        <source>At the time above</source>
        <translation>À l&apos;heure ci-dessus</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>Le jour même</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>La veille</translation>
    </message>
    <message>
        <source>Two days before</source>
        <translation>Deux jours avant</translation>
    </message>
    <message>
        <source>Two weeks before</source>
        <translation>Deux semaines avant</translation>
    </message>
</context>
<context>
    <name>SeriesCard</name>
    <message>
        <source>At each of their times, up to a year from now</source>
        <translation>À chacune de leurs dates, d&apos;ici un an</translation>
    </message>
    <message>
        <source>How do you want what comes again?</source>
        <translation>Comment prendre ce qui se répète&#x202f;?</translation>
    </message>
    <message>
        <source>Once each, at the first time, its rule in the notes</source>
        <translation>Une fois chacun, à la première date, sa règle dans les notes</translation>
    </message>
</context>
<context>
    <name>SeriesNote</name>
    <message numerus="yes">
        <source>Done %n time(s): {days}</source>
        <translation>
            <numerusform>Fait %n fois&#x202f;: {days}</numerusform>
            <numerusform>Fait %n fois&#x202f;: {days}</numerusform>
        </translation>
    </message>
    <message>
        <source>Move all to come as well</source>
        <translation>Déplacer aussi toutes les suivantes</translation>
    </message>
    <message>
        <source>Moved this once only.</source>
        <translation>Déplacé cette fois seulement.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n reminder(s) are due</source>
        <translation>
            <numerusform>%n rappel est à l&apos;échéance</numerusform>
            <numerusform>%n rappels sont à l&apos;échéance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal was not closed the last time, and something in it is not as it should be.</source>
        <translation>Le journal n&apos;a pas été fermé la dernière fois, et quelque chose n&apos;y est pas comme il faut.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>A sample journal to look around in. It goes when you quit.</source>
        <translation>Un journal d&apos;exemple pour se promener. Il disparaît à la fermeture.</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l&apos;ordinateur</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Closing the window leaves the reminders on, in the tray</source>
        <translation>Fenêtre fermée, les rappels continuent dans la zone de notification</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Go back to a copy…</source>
        <translation>Revenir à une copie…</translation>
    </message>
    <message>
        <source>It was checked when it was made.</source>
        <translation>Elle a été vérifiée aussitôt faite.</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Langue et apparence</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>No copy has been made yet. One is made when you quit, and every hour.</source>
        <translation>Aucune copie n&apos;a encore été faite. Il s&apos;en fait une quand vous quittez, et toutes les heures.</translation>
    </message>
    <message>
        <source>Notifications say only that there is a reminder, not which</source>
        <translation>Les notifications disent seulement qu&apos;il y a un rappel, sans dire lequel</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>One file, on this computer only. Nothing is sent anywhere.</source>
        <translation>Un seul fichier, sur cet ordinateur seulement. Rien n&apos;est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Quiet on Saturdays and Sundays too</source>
        <translation>Calme aussi le samedi et le dimanche</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Start hidden in the tray</source>
        <translation>Démarrer dans la zone de notification, sans fenêtre</translation>
    </message>
    <message>
        <source>Start with the computer, without a window</source>
        <translation>Démarrer avec l&apos;ordinateur, sans fenêtre</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Exporter…</translation>
    </message>
    <message numerus="yes">
        <source>The newest copy was made %n day(s) ago.</source>
        <translation>
            <numerusform>La copie la plus récente date d&apos;il y a %n jour.</numerusform>
            <numerusform>La copie la plus récente date d&apos;il y a %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest copy was made today at {time}.</source>
        <translation>La copie la plus récente date d&apos;aujourd&apos;hui, {time}.</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits.</source>
        <translation>Ce bureau n&apos;a pas de zone de notification&#x202f;: fermer la fenêtre quitte l&apos;application.</translation>
    </message>
    <message>
        <source>Where the journal is</source>
        <translation>Emplacement du journal</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Your journal</source>
        <translation>Votre journal</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>A second folder for the copies</source>
        <translation>Un second dossier pour les copies</translation>
    </message>
    <message>
        <source>A second folder…</source>
        <translation>Un second dossier…</translation>
    </message>
    <message>
        <source>Each copy also goes to {folder}.</source>
        <translation>Chaque copie va aussi dans {folder}.</translation>
    </message>
    <message>
        <source>Each copy can also go to a second folder: a stick, or one that is kept in step elsewhere.</source>
        <translation>Chaque copie peut aussi aller dans un second dossier&#x202f;: une clé USB, ou un dossier synchronisé.</translation>
    </message>
    <message>
        <source>No second folder</source>
        <translation>Plus de second dossier</translation>
    </message>
    <message>
        <source>The second folder, {folder}, is not there just now. The copies here are made all the same, and the newest one goes there when it is back.</source>
        <translation>Le second dossier, {folder}, n&apos;est pas là en ce moment. Les copies d&apos;ici se font quand même, et la plus récente ira là-bas à son retour.</translation>
    </message>
</context>
<context>
    <name>Shared</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Nothing noted yet. Log an exchange, and your story with them begins here.</source>
        <translation>Rien de noté pour l&apos;instant. Notez un échange, et votre histoire commune commence ici.</translation>
    </message>
    <message>
        <source>Shared with {name}</source>
        <translation>Partagé avec {name}</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier one(s)</source>
        <translation>
            <numerusform>Afficher %n plus ancien</numerusform>
            <numerusform>Afficher %n plus anciens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Encrypt the journal</source>
        <translation>Chiffrer le journal</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, this code alone opens the journal. Print or copy it, and keep it away from the computer.</source>
        <translation>Si la phrase secrète est oubliée, ce code suffit à ouvrir le journal. Imprimez-le ou recopiez-le, et gardez-le loin de l&apos;ordinateur.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>These are not the groups of this sheet. Please look at it again.</source>
        <translation>Ce ne sont pas les groupes de cette feuille. Regardez-la encore une fois.</translation>
    </message>
    <message>
        <source>To be sure that you have it, type groups {first} and {second} from your sheet:</source>
        <translation>Pour être sûre de l&apos;avoir, saisissez les groupes {first} et {second} de votre feuille&#x202f;:</translation>
    </message>
    <message>
        <source>Your recovery sheet</source>
        <translation>Votre feuille de secours</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Close what is open, or go back</source>
        <translation>Fermer ce qui est ouvert, ou revenir</translation>
    </message>
    <message>
        <source>From the list into the entry</source>
        <translation>Passer de la liste à la fiche</translation>
    </message>
    <message>
        <source>Move to the trash what is selected in a list</source>
        <translation>Mettre à la corbeille la sélection de la liste</translation>
    </message>
    <message>
        <source>Take the selected line and the ones below it</source>
        <translation>Sélectionner aussi les lignes en dessous</translation>
    </message>
    <message>
        <source>Along what was found, and open it</source>
        <translation>Parcourir ce qui est trouvé, et l&apos;ouvrir</translation>
    </message>
    <message>
        <source>Between the parts of a page</source>
        <translation>Entre les parties d&apos;une page</translation>
    </message>
    <message>
        <source>Empty the box, then leave it</source>
        <translation>Vider le champ, puis le quitter</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Give another name</source>
        <translation>Donner un autre nom</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>Dans une liste</translation>
    </message>
    <message>
        <source>In the search box</source>
        <translation>Dans le champ de recherche</translation>
    </message>
    <message>
        <source>On a search in the sidebar</source>
        <translation>Sur une recherche de la barre latérale</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>Take out of the sidebar</source>
        <translation>Retirer de la barre latérale</translation>
    </message>
    <message>
        <source>To the first and the last line</source>
        <translation>À la première et à la dernière ligne</translation>
    </message>
    <message>
        <source>To the next field, and back</source>
        <translation>Au champ suivant, et retour</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>Soon</name>
    <message>
        <source>In a week</source>
        <translation>Dans une semaine</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>Dans deux semaines</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Lundi matin</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Le mois prochain</translation>
    </message>
    <message>
        <source>Pick a day…</source>
        <translation>Choisir un jour…</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Ce soir</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>Favourite: take away</source>
        <translation>Favori&#x202f;: retirer</translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation>Mettre en favori</translation>
    </message>
</context>
<context>
    <name>TakeOutPage</name>
    <message numerus="yes">
        <source>%n confidential one(s) stayed here.</source>
        <translation>
            <numerusform>%n fiche confidentielle est restée ici.</numerusform>
            <numerusform>%n fiches confidentielles sont restées ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>Address book for older programs (vCard 3.0)</source>
        <translation>Carnet d&apos;adresses pour les programmes plus anciens (vCard 3.0)</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>Carnet d&apos;adresses</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Contacts as vCards, for Outlook, a phone, any address book.</source>
        <translation>Les contacts en vCard, pour Outlook, un téléphone, tout carnet d&apos;adresses.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Events and reminders, for any calendar.</source>
        <translation>Les événements et les rappels, pour tout agenda.</translation>
    </message>
    <message>
        <source>Every field of every entry, for other programs.</source>
        <translation>Chaque champ de chaque fiche, pour d&apos;autres logiciels.</translation>
    </message>
    <message>
        <source>Everything, a sheet for each kind, for Excel.</source>
        <translation>Tout, une feuille par sorte, pour Excel.</translation>
    </message>
    <message>
        <source>Everything, in open formats; brings back an identical journal.</source>
        <translation>Tout, en formats ouverts&#x202f;; redonne un journal identique.</translation>
    </message>
    <message>
        <source>For Excel and other spreadsheets.</source>
        <translation>Pour Excel et les autres tableurs.</translation>
    </message>
    <message>
        <source>Full archive</source>
        <translation>Archive complète</translation>
    </message>
    <message>
        <source>Include what is marked as confidential</source>
        <translation>Inclure ce qui est marqué confidentiel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Table of contacts</source>
        <translation>Tableau des contacts</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>To read, print or paste anywhere.</source>
        <translation>À lire, imprimer ou coller où l&apos;on veut.</translation>
    </message>
    <message>
        <source>What you keep here is yours. Choose a format, then where the file goes.</source>
        <translation>Ce que vous gardez ici est à vous. Choisissez un format, puis où mettre le fichier.</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <source>{entries} written to {file}</source>
        <translation>{entries} dans {file}</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>How its title begins</source>
        <translation>Le début de son titre</translation>
    </message>
    <message>
        <source>The questions to answer each time</source>
        <translation>Les questions auxquelles répondre chaque fois</translation>
    </message>
    <message>
        <source>What is this template called?</source>
        <translation>Comment s&apos;appelle ce modèle&#x202f;?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Begin an entry from one of these. “Keep as a template” in the menu of an entry adds it here.</source>
        <translation>Commencez une fiche d&apos;après l&apos;un d&apos;eux. «&#x202f;Garder comme modèle&#x202f;», dans le menu d&apos;une fiche, en ajoute un ici.</translation>
    </message>
    <message>
        <source>Change “{name}”</source>
        <translation>Modifier «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>New template for a learning</source>
        <translation>Nouveau modèle d&apos;apprentissage</translation>
    </message>
    <message>
        <source>New template for an event</source>
        <translation>Nouveau modèle d&apos;événement</translation>
    </message>
    <message>
        <source>No templates. Make one for what you write often.</source>
        <translation>Aucun modèle. Créez-en un pour ce que vous écrivez souvent.</translation>
    </message>
    <message>
        <source>Take “{name}” away</source>
        <translation>Retirer «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>“{name}” was taken away</source>
        <translation>«&#x202f;{name}&#x202f;» a été retiré</translation>
    </message>
</context>
<context>
    <name>TitledPage</name>
    <message>
        <source>Back (Escape)</source>
        <translation>Retour (Échap)</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>A colleague, somebody from a network, a person you met once and liked.</source>
        <translation>Une collègue, quelqu&apos;un d&apos;un réseau, une personne croisée et appréciée.</translation>
    </message>
    <message>
        <source>Bring in your address book</source>
        <translation>Importer votre carnet d&apos;adresses</translation>
    </message>
    <message>
        <source>Did it happen?</source>
        <translation>A-t-il eu lieu&#x202f;?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Done: {title}</source>
        <translation>Fait&#x202f;: {title}</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>Pour aujourd&apos;hui</translation>
    </message>
    <message>
        <source>From Outlook, your phone or LinkedIn: nothing leaves this computer.</source>
        <translation>Depuis Outlook, votre téléphone ou LinkedIn&#x202f;: rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Good to hear from again</source>
        <translation>À recontacter avec plaisir</translation>
    </message>
    <message>
        <source>It did not happen: {title}</source>
        <translation>N&apos;a pas eu lieu&#x202f;: {title}</translation>
    </message>
    <message>
        <source>It happened: {title}</source>
        <translation>A eu lieu&#x202f;: {title}</translation>
    </message>
    <message>
        <source>It has been {time} since your last exchange. Life is full, and one line is enough to be back.</source>
        <translation>Votre dernier échange remonte à {time}. La vie est bien remplie&#x202f;: une ligne suffit pour reprendre le fil.</translation>
    </message>
    <message>
        <source>Last exchange {time}</source>
        <translation>Dernier échange {time}</translation>
    </message>
    <message>
        <source>Log an exchange with {name}</source>
        <translation>Noter un échange avec {name}</translation>
    </message>
    <message>
        <source>Log an exchange</source>
        <translation>Noter un échange</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Passer en revue</translation>
    </message>
    <message>
        <source>Memberships to renew</source>
        <translation>Adhésions à renouveler</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Le mois prochain</translation>
    </message>
    <message>
        <source>No exchange noted yet</source>
        <translation>Pas encore d&apos;échange noté</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Note a first contact</source>
        <translation>Noter un premier contact</translation>
    </message>
    <message>
        <source>Note someone you know</source>
        <translation>Noter quelqu&apos;un que vous connaissez</translation>
    </message>
    <message>
        <source>Nothing is planned for the next two weeks. Whom would you like to have a coffee with?</source>
        <translation>Rien de prévu pour les deux prochaines semaines. Avec qui aimeriez-vous prendre un café&#x202f;?</translation>
    </message>
    <message>
        <source>Nothing is waiting for you. Enjoy the quiet.</source>
        <translation>Rien ne vous attend. Profitez du calme.</translation>
    </message>
    <message>
        <source>Plan an event</source>
        <translation>Prévoir un événement</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Put off: {title}</source>
        <translation>Reporter&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Questions still open</source>
        <translation>Questions encore ouvertes</translation>
    </message>
    <message>
        <source>Say hello to {name}</source>
        <translation>Dire bonjour à {name}</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Somebody out there does the same job as you. One short message is a good beginning.</source>
        <translation>Quelque part, quelqu&apos;un fait le même métier que vous. Un petit message est un bon début.</translation>
    </message>
    <message>
        <source>Still right?</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>The next two weeks</source>
        <translation>Les deux prochaines semaines</translation>
    </message>
    <message>
        <source>This journal is yours, and it stays on this computer.</source>
        <translation>Ce journal est à vous, et il reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Three ways to begin</source>
        <translation>Trois façons de commencer</translation>
    </message>
    <message>
        <source>Was due: {day}</source>
        <translation>Prévu&#x202f;: {day}</translation>
    </message>
    <message>
        <source>What you learned, what you wonder about, whom you spoke to: “call with Nadia yesterday”.</source>
        <translation>Ce que vous avez appris, ce que vous vous demandez, à qui vous avez parlé&#x202f;: «&#x202f;appel avec Nadia hier&#x202f;».</translation>
    </message>
    <message>
        <source>Worth reading again</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Write one line</source>
        <translation>Écrire une ligne</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>You were in touch with someone of your network today. Lovely.</source>
        <translation>Vous avez échangé avec quelqu&apos;un de votre réseau aujourd&apos;hui. C&apos;est précieux.</translation>
    </message>
    <message>
        <source>You were in touch with someone of your network yesterday. That keeps you both going.</source>
        <translation>Vous avez échangé avec quelqu&apos;un de votre réseau hier. C&apos;est bon pour vous deux.</translation>
    </message>
    <message>
        <source>Your last exchange was {time} ago. Five minutes and a short message would do.</source>
        <translation>Votre dernier échange remonte à {time}. Cinq minutes et un petit message suffiraient.</translation>
    </message>
    <message>
        <source>Your last exchange was {time} ago. That keeps you both going.</source>
        <translation>Votre dernier échange remonte à {time}. C&apos;est bon pour vous deux.</translation>
    </message>
    <message>
        <source>Your network and you</source>
        <translation>Votre réseau et vous</translation>
    </message>
    <message>
        <source>Another kind of exchange, or a pause</source>
        <translation>Un autre type d&apos;échange, ou une pause</translation>
    </message>
    <message>
        <source>Rhythms by network and tag</source>
        <translation>Fréquences par réseau et par étiquette</translation>
    </message>
    <message>
        <source>{last} · good by {day}</source>
        <translation>{last} · l&apos;idéal&#x202f;: avant {day}</translation>
    </message>
    <message>
        <source>Days to remember</source>
        <translation>Jours à ne pas oublier</translation>
    </message>
    <message>
        <source>In the month</source>
        <translation>Dans le mois</translation>
    </message>
    <message>
        <source>I have applied it</source>
        <translation>Je l&apos;ai appliqué</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Some contacts were last looked through more than a year ago. A glance, when you have a moment?</source>
        <translation>Certains contacts ont été relus pour la dernière fois il y a plus d&apos;un an. Un coup d&apos;œil, quand vous aurez un moment&#x202f;?</translation>
    </message>
    <message>
        <source>That was today&apos;s. Another one comes tomorrow.</source>
        <translation>C&apos;était celui d&apos;aujourd&apos;hui. Un autre viendra demain.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Whom did you meet, what did you learn, what are you proud of? Six calm questions.</source>
        <translation>Qui avez-vous rencontré, qu&apos;avez-vous appris, de quoi êtes-vous fière&#x202f;? Six questions, tranquillement.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Good afternoon</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Good afternoon, {name}</source>
        <translation>Bonjour {name}</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Bonsoir</translation>
    </message>
    <message>
        <source>Good evening, {name}</source>
        <translation>Bonsoir {name}</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Bonjour</translation>
    </message>
    <message>
        <source>Good morning, {name}</source>
        <translation>Bonjour {name}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Capture in one line (Ctrl+N)</source>
        <translation>Noter en une ligne (Ctrl+N)</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>Chercher partout (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>Chercher partout…</translation>
    </message>
    <message>
        <source>Confidential entries are on screen. Hide them again (Ctrl+Shift+H)</source>
        <translation>Les fiches confidentielles sont à l&apos;écran. Les masquer de nouveau (Ctrl+Maj+H)</translation>
    </message>
    <message>
        <source>Hide confidential</source>
        <translation>Masquer le confidentiel</translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>%n entry(ies) restored</source>
        <translation>
            <numerusform>%n fiche restaurée</numerusform>
            <numerusform>%n fiches restaurées</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>The trash is empty. What you delete waits here.</source>
        <translation>La corbeille est vide. Ce que vous supprimez attend ici.</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n reminder(s) for today</source>
        <translation>
            <numerusform>%n rappel pour aujourd&apos;hui</numerusform>
            <numerusform>%n rappels pour aujourd&apos;hui</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture in one line…</source>
        <translation>Noter en une ligne…</translation>
    </message>
    <message>
        <source>Networking Journal</source>
        <translation>Journal de réseau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message numerus="yes">
        <source>%n more for today…</source>
        <translation>
            <numerusform>Encore %n pour aujourd&apos;hui…</numerusform>
            <numerusform>Encore %n pour aujourd&apos;hui…</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Dans une heure</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
</context>
<context>
    <name>TwiceTyped</name>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>The two are not the same. Please type the second once more.</source>
        <translation>Les deux ne sont pas identiques. Saisissez la seconde encore une fois.</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Done again: {what}</source>
        <translation>Rétabli&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Annulé&#x202f;: {what}</translation>
    </message>
</context>
<context>
    <name>ValuesField</name>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>WeeklyLookPage</name>
    <message>
        <source>A coffee, a call, a word in the corridor…</source>
        <translation>Un café, un appel, un mot dans le couloir…</translation>
    </message>
    <message>
        <source>A question you could ask somebody</source>
        <translation>Une question que vous pourriez poser à quelqu&apos;un</translation>
    </message>
    <message>
        <source>A reminder will bring you here every Friday at four. It is yours to move or delete.</source>
        <translation>Un rappel vous ramènera ici chaque vendredi à 16 h. Vous pouvez le déplacer ou le supprimer.</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Ajouter un nom</translation>
    </message>
    <message>
        <source>Each answer becomes an entry of your journal; what is next, a reminder for {day}. One Undo takes it all back.</source>
        <translation>Chaque réponse devient une fiche de votre journal&#x202f;; la suite, un rappel pour le {day}. Un seul «&#x202f;Annuler&#x202f;» reprend tout.</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Continuer plus tard</translation>
    </message>
    <message>
        <source>I have already said it</source>
        <translation>Je l&apos;ai déjà dit</translation>
    </message>
    <message>
        <source>In your journal already: {names}</source>
        <translation>Déjà dans votre journal&#x202f;: {names}</translation>
    </message>
    <message>
        <source>Keep my week</source>
        <translation>Garder ma semaine</translation>
    </message>
    <message>
        <source>Next Monday, or another day</source>
        <translation>Lundi prochain, ou un autre jour</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>Quel jour</translation>
    </message>
    <message>
        <source>One answer is enough.</source>
        <translation>Une seule réponse suffit.</translation>
    </message>
    <message>
        <source>One line each</source>
        <translation>Une ligne pour chaque chose</translation>
    </message>
    <message>
        <source>One line each: you will be reminded</source>
        <translation>Une ligne pour chaque chose&#x202f;: elle vous sera rappelée</translation>
    </message>
    <message>
        <source>Small things count</source>
        <translation>Les petites choses comptent</translation>
    </message>
    <message>
        <source>What I am in doubt about</source>
        <translation>Ce qui me fait douter</translation>
    </message>
    <message>
        <source>What I am proud of</source>
        <translation>Ce dont je suis fière</translation>
    </message>
    <message>
        <source>What I learned</source>
        <translation>Ce que j&apos;ai appris</translation>
    </message>
    <message>
        <source>What am I in doubt about?</source>
        <translation>Qu&apos;est-ce qui me fait douter&#x202f;?</translation>
    </message>
    <message>
        <source>What am I proud of?</source>
        <translation>De quoi suis-je fière&#x202f;?</translation>
    </message>
    <message>
        <source>What did I learn?</source>
        <translation>Qu&apos;ai-je appris&#x202f;?</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>La suite</translation>
    </message>
    <message>
        <source>What is next?</source>
        <translation>Et ensuite&#x202f;?</translation>
    </message>
    <message>
        <source>What it was about</source>
        <translation>De quoi il était question</translation>
    </message>
    <message>
        <source>What they did for you</source>
        <translation>Ce que cette personne a fait pour vous</translation>
    </message>
    <message>
        <source>What you have written stays here</source>
        <translation>Ce que vous avez écrit reste ici</translation>
    </message>
    <message>
        <source>Whom did I meet?</source>
        <translation>Qui ai-je rencontré&#x202f;?</translation>
    </message>
    <message>
        <source>Whom do I thank?</source>
        <translation>Qui est-ce que je remercie&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Your week is kept: %n new entry(ies)</source>
        <translation>
            <numerusform>Votre semaine est gardée&#x202f;: %n nouvelle fiche</numerusform>
            <numerusform>Votre semaine est gardée&#x202f;: %n nouvelles fiches</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} – {last}. Nothing here has to be answered; five minutes are plenty.</source>
        <translation>{first} – {last}. Rien n&apos;est obligatoire ici&#x202f;; cinq minutes suffisent largement.</translation>
    </message>
    <message>
        <source>{first} – {last}. You have kept this week already; whatever else comes to mind is welcome.</source>
        <translation>{first} – {last}. Cette semaine est déjà gardée&#x202f;; tout ce qui vous vient encore est bienvenu.</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>It is written beside the old one, compared, and only then takes its place: nothing can be lost.</source>
        <translation>Il s&apos;écrit à côté de l&apos;ancien, puis est comparé, et ne prend sa place qu&apos;ensuite&#x202f;: rien ne peut se perdre.</translation>
    </message>
    <message>
        <source>One moment, your journal is being rewritten</source>
        <translation>Un instant, votre journal est en cours de réécriture</translation>
    </message>
</context>
<context>
    <name>_DateLine</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>This date was not understood. Try 3 May 2026, or 2026-05-03.</source>
        <translation>Cette date n&apos;est pas comprise. Essayez 3 mai 2026, ou 2026-05-03.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>label</source>
        <translation>libellé</translation>
    </message>
</context>
</TS>
