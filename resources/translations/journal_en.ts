<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AttachmentsField</name>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BringInPage</name>
    <message numerus="yes">
        <source>%n cannot be taken in</source>
        <translation>
            <numerusform>%n cannot be taken in</numerusform>
            <numerusform>%n cannot be taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message numerus="yes">
        <source>%n event(s) in the calendar</source>
        <translation>
            <numerusform>%n event in the calendar</numerusform>
            <numerusform>%n events in the calendar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsScreen</name>
    <message numerus="yes">
        <source>%n contact(s) back from the archive</source>
        <translation>
            <numerusform>%n contact back from the archive</numerusform>
            <numerusform>%n contacts back from the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) moved to the archive</source>
        <translation>
            <numerusform>%n contact moved to the archive</numerusform>
            <numerusform>%n contacts moved to the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n favourite(s) more</source>
        <translation>
            <numerusform>%n more favourite</numerusform>
            <numerusform>%n more favourites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message numerus="yes">
        <source>%n copy(ies) encrypted</source>
        <translation>
            <numerusform>%n copy encrypted</numerusform>
            <numerusform>%n copies encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) from before the passphrase can still be read by anybody.</source>
        <translation>
            <numerusform>%n copy from before the passphrase can still be read by anybody.</numerusform>
            <numerusform>%n copies from before the passphrase can still be read by anybody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Discretion</name>
    <message numerus="yes">
        <source>%n confidential entry(ies) hidden again</source>
        <translation>
            <numerusform>%n confidential entry hidden again</numerusform>
            <numerusform>%n confidential entries hidden again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%n pair(s) may be one person</source>
        <translation>
            <numerusform>%n pair may be one person</numerusform>
            <numerusform>%n pairs may be one person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message numerus="yes">
        <source>%n reminder(s) went too.</source>
        <translation>
            <numerusform>%n reminder went too.</numerusform>
            <numerusform>%n reminders went too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListDetailScreen</name>
    <message numerus="yes">
        <source>%n entry(ies) moved to the trash</source>
        <translation>
            <numerusform>%n entry moved to the trash</numerusform>
            <numerusform>%n entries moved to the trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
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
</context>
<context>
    <name>LookingBackScreen</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning(s)</source>
        <translation>
            <numerusform>%n learning</numerusform>
            <numerusform>%n learnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>event(s) attended</source>
        <translation>
            <numerusform>event attended</numerusform>
            <numerusform>events attended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new contact(s)</source>
        <translation>
            <numerusform>new contact</numerusform>
            <numerusform>new contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) met</source>
        <translation>
            <numerusform>person met</numerusform>
            <numerusform>people met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>question(s) settled</source>
        <translation>
            <numerusform>question settled</numerusform>
            <numerusform>questions settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>time(s) you helped</source>
        <translation>
            <numerusform>time you helped</numerusform>
            <numerusform>times you helped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>time(s) you were helped</source>
        <translation>
            <numerusform>time you were helped</numerusform>
            <numerusform>times you were helped</numerusform>
        </translation>
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
            <numerusform>%n event this year</numerusform>
            <numerusform>%n events this year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n learning(s) this year</source>
        <translation>
            <numerusform>%n learning this year</numerusform>
            <numerusform>%n learnings this year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) met this year</source>
        <translation>
            <numerusform>%n person met this year</numerusform>
            <numerusform>%n people met this year</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message numerus="yes">
        <source>%n new piece(s) of news</source>
        <translation>
            <numerusform>%n new piece of news</numerusform>
            <numerusform>%n new pieces of news</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n days</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message numerus="yes">
        <source>%n entry(ies) were rescued.</source>
        <translation>
            <numerusform>%n entry was rescued.</numerusform>
            <numerusform>%n entries were rescued.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RhythmsPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesNote</name>
    <message numerus="yes">
        <source>Done %n time(s): {days}</source>
        <translation>
            <numerusform>Done %n time: {days}</numerusform>
            <numerusform>Done %n times: {days}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n reminder(s) are due</source>
        <translation>
            <numerusform>%n reminder is due</numerusform>
            <numerusform>%n reminders are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>The newest copy was made %n day(s) ago.</source>
        <translation>
            <numerusform>The newest copy was made %n day ago.</numerusform>
            <numerusform>The newest copy was made %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shared</name>
    <message numerus="yes">
        <source>Show %n earlier one(s)</source>
        <translation>
            <numerusform>Show %n earlier one</numerusform>
            <numerusform>Show %n earlier ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeOutPage</name>
    <message numerus="yes">
        <source>%n confidential one(s) stayed here.</source>
        <translation>
            <numerusform>%n confidential one stayed here.</numerusform>
            <numerusform>%n confidential ones stayed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashPage</name>
    <message numerus="yes">
        <source>%n entry(ies) restored</source>
        <translation>
            <numerusform>%n entry restored</numerusform>
            <numerusform>%n entries restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n reminder(s) for today</source>
        <translation>
            <numerusform>%n reminder for today</numerusform>
            <numerusform>%n reminders for today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more for today…</source>
        <translation>
            <numerusform>%n more for today…</numerusform>
            <numerusform>%n more for today…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeklyLookPage</name>
    <message numerus="yes">
        <source>Your week is kept: %n new entry(ies)</source>
        <translation>
            <numerusform>Your week is kept: %n new entry</numerusform>
            <numerusform>Your week is kept: %n new entries</numerusform>
        </translation>
    </message>
</context>
</TS>
