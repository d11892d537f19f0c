//! Codes and limited texts, as typed.

use lokikirja::domain::Reason;
use lokikirja::domain::code::{Code, email, phone, web_address};
use proptest::prelude::*;

#[test]
fn codes_are_trimmed_and_upper_case() {
    let code = |typed| Code::<4>::new(typed).map(|code| code.to_string());
    assert_eq!(code(" ab "), Ok("AB".into()));
    assert_eq!(code("åäö1"), Ok("ÅÄÖ1".into()));
    assert_eq!(code("  "), Err(Reason::MustBeFilled));
    assert_eq!(code("abcde"), Err(Reason::TooLong { max: 4, is: 5 }));
    // Upper case may be longer than what was typed.
    assert_eq!(code("aßß"), Err(Reason::TooLong { max: 4, is: 5 }));
    assert_eq!(code("a\tb"), Err(Reason::NotPrintable));
    assert_eq!(Code::<4>::optional(" "), Ok(None));
}

#[test]
fn phone_numbers_have_no_letters() {
    assert_eq!(phone(" +358 (9) 1234-56 "), Ok("+358 (9) 1234-56".into()));
    assert_eq!(phone(""), Ok(String::new()));
    assert_eq!(phone("1a"), Err(Reason::NotAPhoneNumber));
    assert_eq!(
        phone(&"1".repeat(31)),
        Err(Reason::TooLong { max: 30, is: 31 })
    );
}

#[test]
fn one_email_address_and_nothing_else() {
    for good in ["", "a@b.fi", "anna.aalto+x@sub.adatum.fi", "päivi@yhtiö.fi"] {
        assert_eq!(email(good), Ok(good.into()), "{good}");
    }
    for bad in [
        "a",
        "@b.fi",
        "a@",
        "a@b",
        "a@b.",
        "a@.fi",
        "a@b@c.fi",
        "a b@c.fi",
        "a@b.fi,c@d.fi",
        "a@b.fi;c@d.fi",
        "a@b.fi?bcc=c@d.fi",
        "<a@b.fi>",
        "a@b.fi%0Abcc:c",
    ] {
        assert_eq!(email(bad), Err(Reason::NotAnEmail), "{bad}");
    }
}

#[test]
fn web_addresses_are_http_or_https() {
    for (typed, kept) in [
        ("", ""),
        ("www.adatum.fi", "https://www.adatum.fi"),
        ("adatum.fi:8080/a?b=c#d", "https://adatum.fi:8080/a?b=c#d"),
        ("HTTP://Adatum.fi/", "http://Adatum.fi/"),
        ("https://yhtiö.fi", "https://yhtiö.fi"),
        ("http://intranet/x", "http://intranet/x"),
    ] {
        assert_eq!(web_address(typed), Ok(kept.into()), "{typed}");
    }
    for bad in [
        "adatum",
        "javascript:alert(1)",
        "javascript://adatum.fi/%0Aalert(1)",
        "data:text/html,x",
        "ftp://adatum.fi",
        "https://",
        "https://a..fi",
        "https://user@adatum.fi",
        "https://adatum.fi:x",
        "https://adatum.fi/a b",
        "https://adatum.fi/\"><script>",
    ] {
        assert_eq!(web_address(bad), Err(Reason::NotAWebAddress), "{bad}");
    }
    let long = format!("adatum.fi/{}", "x".repeat(240));
    assert_eq!(
        web_address(&long),
        Err(Reason::TooLong { max: 255, is: 258 })
    );
}

proptest! {
    /// What was accepted once is accepted again and stays the same.
    #[test]
    fn what_is_kept_can_be_typed_again(typed in "[ -~]{0,12}(@|://)?[ -~]{0,12}", any in "\\PC{0,40}") {
        for text in [typed, any] {
            for take in [email, phone, web_address] {
                if let Ok(kept) = take(&text) {
                    prop_assert_eq!(take(&kept), Ok(kept));
                }
            }
            if let Ok(code) = Code::<20>::new(&text) {
                prop_assert_eq!(Code::<20>::new(code.as_str()), Ok(code));
            }
        }
    }
}
