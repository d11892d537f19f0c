//! What is said before checkmarks in Canceled are switched and campaigns are deleted.

use expect_test::{Expect, expect};
use lokikirja::domain::Table;
use lokikirja::domain::campaign::Touched;
use lokikirja::domain::switched::Switched;
use lokikirja::language::{Lang, messages};

/// Compares what both languages say.
#[track_caller]
fn says(text: impl Fn(Lang) -> String, expected: Expect) {
    let both = [Lang::En, Lang::Fi].map(text);
    expected.assert_eq(&both.join("\n"));
}

#[track_caller]
fn asks(switched: Switched, expected: Expect) {
    let text = |lang| {
        let texts = &messages(lang).campaign_pages;
        let question = (texts.switch_question)(&switched);
        format!("{question} {}", (texts.switch_detail)(&switched))
    };
    says(text, expected);
}

#[test]
fn a_switch_says_what_changes_with_it() {
    let segment = Switched {
        table: Table::LoggedSegment,
        n: 1,
        canceled: true,
        n_interactions: 120,
        n_campaign_entries: 1,
    };
    asks(
        segment,
        expect![[r#"
            Cancel 1 logged segment? With it: 120 interactions and 1 campaign entry. All of it stays in the log, but counts in no figure. The checkmark can be switched back.
            Peruutetaanko 1 lokiin kirjattu segmentti? Samalla peruutetaan 120 vuorovaikutusta ja 1 kampanjan tapahtuma. Kaikki jää lokiin, mutta sitä ei lasketa mukaan lukuihin. Valintamerkin voi vaihtaa takaisin."#]],
    );
    let back = Switched {
        canceled: false,
        n_campaign_entries: 0,
        ..segment
    };
    asks(
        back,
        expect![[r#"
            Make 1 logged segment valid again? With it: 120 interactions. What was canceled by itself stays canceled.
            Palautetaanko voimaan 1 lokiin kirjattu segmentti? Samalla palautetaan voimaan 120 vuorovaikutusta. Erikseen peruutettu pysyy peruutettuna."#]],
    );
    let alone = Switched {
        table: Table::CampaignEntry,
        n: 2,
        n_interactions: 0,
        n_campaign_entries: 0,
        ..segment
    };
    asks(
        alone,
        expect![[r#"
            Cancel 2 campaign entries? Nothing else changes. The checkmark can be switched back.
            Peruutetaanko 2 kampanjan tapahtumaa? Mikään muu ei muutu. Valintamerkin voi vaihtaa takaisin."#]],
    );
}

#[test]
fn deleting_a_campaign_says_what_is_lost_and_whether_it_can_be_undone() {
    let touched = |touched: Touched, expected| {
        says(
            |lang| (messages(lang).campaign_pages.delete_detail)(&touched),
            expected,
        );
    };
    let segments = Touched {
        n_templates: 1,
        n_segments: 2,
        ..Touched::default()
    };
    touched(
        segments,
        expect![[r#"
            Left without a campaign: 1 interaction template. Its number stays on 2 segments. You can undo it afterwards.
            Ilman kampanjaa jää 1 vuorovaikutusmalli. Kampanjan numeron säilyttää 2 segmenttiä. Voit kumota poiston jälkeenpäin."#]],
    );
    let all = Touched {
        n_entries: 1,
        n_interactions: 40,
        ..segments
    };
    touched(
        all,
        expect![[r#"
            Deleted with it: 1 campaign entry. Left without a campaign: 1 interaction template. Its number stays on 2 segments and 40 interactions. This cannot be undone.
            Samalla poistetaan 1 kampanjan tapahtuma. Ilman kampanjaa jää 1 vuorovaikutusmalli. Kampanjan numeron säilyttää 2 segmenttiä ja 40 vuorovaikutusta. Tätä ei voi kumota."#]],
    );
}

#[test]
fn what_is_deleted_of_the_canceled_is_counted() {
    let text = |lang| {
        let texts = &messages(lang).campaign_pages;
        let what = (texts.n_canceled)(Table::LoggedSegment, 3);
        format!("{what}: {}", (texts.unlinked)(7, 2))
    };
    says(
        text,
        expect![[r#"
            3 canceled logged segments: 7 interactions and 2 campaign entries stay in the log, canceled, but lose the link. This cannot be undone.
            3 peruutettua lokiin kirjattua segmenttiä: Lokiin jää peruutettuna, mutta ilman yhteyttä: 7 vuorovaikutusta ja 2 kampanjan tapahtumaa. Tätä ei voi kumota."#]],
    );
}
