//! Turning a verdict into a sentence. Names of people and organizations appear here and nowhere else.

use alloc::format;
use alloc::string::{String, ToString};

use crate::calendar::{Day, Period};
use crate::check::CheckError;
use crate::locale::Locale;
use crate::path::{Key, Path, Segment};
use crate::record::{Appointment, Assessment, Person, Record};
use crate::report::{Fact, Facts, Incoherence, Subject, SubjectKind, Value, Verdict};
use crate::rulebook::{Bilingual, Layer, Norm};
use crate::value::{Id, Maybe, Name, Ref};

/// The most missing fields that a sentence lists.
const LISTED_MAX: usize = 3;

impl Verdict<'_> {
    /// What people read: whom it is about, the norm, what is required, what was found and what to do.
    ///
    /// The text is no interface: it may be bettered at any time. Read [`Verdict::key`] and [`Verdict::facts`] instead.
    #[must_use]
    pub fn message(&self, record: &Record, locale: Locale) -> String {
        let teller = Teller { record, locale };
        let (zh, en) = self.reason().texts();
        let gaps = Gaps { facts: self.facts(), missing: self.missing(), due: self.due(), norm: Some(self.norm()) };
        let text = teller.fill(teller.pick(zh, en), &gaps);
        let title = self.norm().title.text(locale);
        let mut who = teller.subject(self.subject(), &self.path());
        if let Some(period) = self.period() {
            let period = teller.period(period);
            who = if who.is_empty() { period } else { format!("{period}{}{who}", teller.pick("", ", ")) };
        }
        match (locale, who.is_empty()) {
            (Locale::ZhCn, true) => format!("{title}：{text}"),
            (Locale::ZhCn, false) => format!("{who}，{title}：{text}"),
            (Locale::En, true) => format!("{title}: {text}"),
            (Locale::En, false) => format!("{who}, {title}: {text}"),
        }
    }
}

impl Incoherence {
    /// What people read: where, what contradicts what, and what to do. The text is no interface.
    #[must_use]
    pub fn message(&self, record: &Record, locale: Locale) -> String {
        let teller = Teller { record, locale };
        let (zh, en) = self.reason.texts();
        let gaps = Gaps { facts: &self.facts, missing: &[], due: None, norm: None };
        let text = teller.fill(teller.pick(zh, en), &gaps);
        let place = teller.place(&self.path);
        format!("{place}{}{text}", teller.pick("：", ": "))
    }
}

impl CheckError {
    /// What people read: what is wrong and what to do. The text is no interface.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::UnknownCommittee { kind, rulebook }, Locale::ZhCn) => {
                format!("规则集“{rulebook}”没有“{kind}”这一类委员会，请改正委员会的类别，或换用适合的规则集。")
            }
            (Self::UnknownCommittee { kind, rulebook }, Locale::En) => format!(
                "The rulebook “{rulebook}” does not know the kind of committee “{kind}”: please correct it, or choose another rulebook."
            ),
            (Self::DayOutOfRange, Locale::ZhCn) => "评估日期超出范围，请填写1900年至2199年的日期。".into(),
            (Self::DayOutOfRange, Locale::En) => {
                "The day of evaluation is too far off: please give a day from 1900 to 2199.".into()
            }
        }
    }
}

impl Layer {
    /// What people read of a rulebook that was last verified on a day before the day of evaluation.
    #[must_use]
    pub fn outdated_message(&self, day: Day, locale: Locale) -> String {
        let title = self.title().text(locale);
        match locale {
            Locale::ZhCn => format!("{title}：最近一次与现行规定核对是在{day}，此后的变动没有反映，请以现行文件为准。"),
            Locale::En => format!(
                "{title}: last compared with the rules in force on {day}; what has changed since is not in it, so please go by the documents in force."
            ),
        }
    }
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub fn text(&self, locale: Locale) -> &str {
        match locale {
            Locale::ZhCn => self.zh.as_str(),
            Locale::En => self.en.as_str(),
        }
    }
}

/// What the gaps of a text are filled from.
struct Gaps<'a> {
    facts: &'a Facts,
    missing: &'a [Path],
    due: Option<Day>,
    norm: Option<&'a Norm>,
}

/// Tells of a record in one language.
struct Teller<'a> {
    record: &'a Record,
    locale: Locale,
}

impl Teller<'_> {
    const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        match self.locale {
            Locale::ZhCn => zh,
            Locale::En => en,
        }
    }

    /// Fills the gaps `{name}` of a text.
    fn fill(&self, text: &str, gaps: &Gaps<'_>) -> String {
        let mut filled = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            filled.push_str(&match name {
                "missing" => self.missing(gaps.missing),
                "due" => gaps.due.map(|due| due.to_string()).unwrap_or_default(),
                "reading" => gaps.norm.map(|norm| norm.reading.text(self.locale).to_string()).unwrap_or_default(),
                "unit" => self.unit(gaps.facts).into(),
                _ => {
                    let fact = gaps.facts.iter().find(|(fact, _)| fact.as_str() == name);
                    fact.map(|(fact, value)| self.value(fact, value)).unwrap_or_default()
                }
            });
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// What numbers of days are of: calendar days, where nothing else is said.
    fn unit(&self, facts: &Facts) -> &'static str {
        match facts.get(Fact::Unit) {
            Some(Value::Word("months")) => self.pick("个月", "month(s)"),
            Some(Value::Word("years")) => self.pick("年", "year(s)"),
            Some(_) => self.pick("个工作日", "working day(s)"),
            None => self.pick("天", "day(s)"),
        }
    }

    fn value(&self, fact: Fact, value: &Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.to_string(),
            Value::Share(share) => share.to_string(),
            Value::Word("other") if fact == Fact::Cause => self.pick("其他原因", "another cause").into(),
            Value::Word(word) => self.word(word).into(),
            Value::Flag(flag) => if *flag { self.pick("是", "yes") } else { self.pick("否", "no") }.into(),
            Value::Id(id) => match fact {
                Fact::Person | Fact::Relative => self.person(id),
                Fact::Organization => self.organization(id),
                _ => id.to_string(),
            },
        }
    }

    /// What people call a word of the record's vocabulary.
    fn word<'w>(&self, word: &'w str) -> &'w str {
        let (zh, en) = match word {
            "secretary" => ("书记", "secretary"),
            "deputy" => ("副书记", "deputy"),
            "member" => ("委员", "member"),
            "nomination" => ("推荐", "nomination"),
            "resolution" => ("研究决定", "resolution"),
            "approval" => ("审批", "approval"),
            "public-notice" => ("公示", "public notice"),
            "filing" => ("备案", "filing"),
            "certificate" => ("颁发聘书", "certificate"),
            "copy" => ("抄送", "copy"),
            "notification" => ("单位告知", "notification"),
            "recommendation" => ("广泛推荐", "recommendation"),
            "consent" => ("本人同意", "consent"),
            "screening" => ("筛选", "screening"),
            "examination" => ("考察", "examination"),
            "reply" => ("批复", "reply"),
            "election" => ("选举", "election"),
            "appointment" => ("任命", "appointment"),
            "engagement" => ("聘任", "engagement"),
            "unit-notice" => ("告知所在单位", "notice to the unit"),
            "announcement" => ("公布", "announcement"),
            "resignation" => ("辞职申请", "resignation"),
            "hearing" => ("听取本人意见", "hearing"),
            "delegates" => ("两代表一委员", "delegates"),
            "units" => ("驻区单位", "units"),
            "residents" => ("居民代表", "residents"),
            "odd" => ("单数", "odd"),
            "even" => ("双数", "even"),
            "topics" => ("议题", "topics"),
            "time" => ("时间", "time"),
            "place" => ("地点", "place"),
            "purpose" => ("目的要求", "purpose"),
            "change-of-work" => ("工作变动", "change of work"),
            "retirement" => ("退休", "retirement"),
            "health" => ("健康原因", "health"),
            "death" => ("去世", "death"),
            "neglect" => ("不认真履行职责", "neglect"),
            "breach" => ("不遵守相关制度", "breach of the rules"),
            "spouse" => ("配偶", "spouse"),
            "parent" => ("父母", "parent"),
            "child" => ("子女", "child"),
            "sibling" => ("兄弟姐妹", "sibling"),
            "grandparent" => ("祖父母（外祖父母）", "grandparent"),
            "grandchild" => ("孙子女（外孙子女）", "grandchild"),
            "parents-sibling" => ("伯叔姑舅姨", "uncle or aunt"),
            "siblings-child" => ("侄（甥）子女", "nephew or niece"),
            "cousin" => ("堂（表）兄弟姐妹", "cousin"),
            "parent-in-law" => ("配偶的父母", "parent-in-law"),
            "child-in-law" => ("子女的配偶", "child-in-law"),
            "sibling-in-law" => ("配偶的兄弟姐妹或兄弟姐妹的配偶", "sibling-in-law"),
            "other" => ("其他亲属", "relative"),
            other => (other, other),
        };
        self.pick(zh, en)
    }

    fn missing(&self, missing: &[Path]) -> String {
        let mut told = String::new();
        for (index, path) in missing.iter().take(LISTED_MAX).enumerate() {
            if index > 0 {
                told.push_str(self.pick("、", ", "));
            }
            told.push_str(&self.place(path));
        }
        let more = missing.len().saturating_sub(LISTED_MAX);
        if more > 0 {
            told.push_str(&match self.locale {
                Locale::ZhCn => format!("等{}项", missing.len()),
                Locale::En => format!(" and {more} more"),
            });
        }
        told
    }

    fn person(&self, id: &Id) -> String {
        self.named(self.record.people.iter().find(|person| person.id == *id).map(|person| &person.name), id)
    }

    fn organization(&self, id: &Id) -> String {
        let found = self.record.organizations.iter().find(|organization| organization.id == *id);
        self.named(found.map(|organization| &organization.name), id)
    }

    /// Whom a reference leads to: its place is known, and a record may have thousands of people.
    fn referred(&self, person: &Ref<Person>) -> String {
        match person.at().and_then(|at| self.record.people.get(at)) {
            Some(found) => self.named(Some(&found.name), &found.id),
            None => self.person(person.id()),
        }
    }

    fn named(&self, name: Option<&Maybe<Name>>, id: &Id) -> String {
        match name.and_then(Maybe::given).map(|name| name.as_str().trim()) {
            Some(name) if !name.is_empty() => name.into(),
            _ => format!("“{id}”"),
        }
    }

    fn period(&self, period: Period) -> String {
        match (period, self.locale) {
            (Period::Quarter { year, quarter }, Locale::ZhCn) => format!("{year}年第{quarter}季度"),
            (Period::Quarter { year, quarter }, Locale::En) => format!("quarter {quarter} of {year}"),
            (Period::Month { year, month }, Locale::ZhCn) => format!("{year}年{month}月"),
            (Period::HalfYear { year, half: 1 }, Locale::ZhCn) => format!("{year}年上半年"),
            (Period::HalfYear { year, .. }, Locale::ZhCn) => format!("{year}年下半年"),
            (Period::HalfYear { year, half }, Locale::En) => format!("half {half} of {year}"),
            (Period::Month { .. }, Locale::En) => period.to_string(),
            (Period::Year(year), Locale::ZhCn) => format!("{year}年度"),
            (Period::Year(year), Locale::En) => format!("{year}"),
        }
    }

    /// A verdict's subject; a seat mostly stands where the verdict's path leads.
    fn subject(&self, subject: &Subject, path: &Path) -> String {
        let Some(id) = &subject.id else { return String::new() };
        let is_it = |other: &Id| other == id;
        match subject.kind {
            SubjectKind::Committee => String::new(),
            SubjectKind::Person => self.person(id),
            SubjectKind::Organization => self.organization(id),
            SubjectKind::Appointment => {
                let seats = &self.record.appointments;
                let near = match path.segments().nth(1) {
                    Some(Segment::Index(at)) => seats.get(at).filter(|seat| is_it(&seat.id)),
                    _ => None,
                };
                let found = near.or_else(|| seats.iter().find(|seat| is_it(&seat.id)));
                found.map_or_else(|| format!("“{id}”"), |seat| self.seat(seat))
            }
            SubjectKind::Meeting => {
                self.entry(Key::Meetings, self.record.meetings.iter().position(|meeting| is_it(&meeting.id)))
            }
            SubjectKind::Topic => self.topic(subject.meeting.as_ref(), id),
            SubjectKind::ProblemList => {
                self.entry(Key::ProblemLists, self.record.problem_lists.iter().position(|list| is_it(&list.id)))
            }
            SubjectKind::Assessment => {
                self.entry(Key::Assessments, self.record.assessments.iter().position(|each| is_it(&each.id)))
            }
            SubjectKind::Term => self.entry(Key::Terms, self.record.terms.iter().position(|term| is_it(&term.id))),
            SubjectKind::TrainingClass => {
                self.entry(Key::TrainingClasses, self.record.training_classes.iter().position(|class| is_it(&class.id)))
            }
        }
    }

    fn seat(&self, seat: &Appointment) -> String {
        let who = seat.person.given().map_or_else(|| format!("“{}”", seat.id), |person| self.referred(person));
        match seat.seat.get() {
            Some(word) => format!("{who}{}{}{}", self.pick("（", " ("), self.word(word.as_str()), self.pick("）", ")")),
            None => who,
        }
    }

    fn topic(&self, meeting: Option<&Id>, id: &Id) -> String {
        let at = self.record.meetings.iter().position(|other| Some(&other.id) == meeting);
        let meeting = at.and_then(|at| self.record.meetings.get(at));
        let topics = meeting.and_then(|meeting| meeting.topics.entries()).unwrap_or_default();
        let title = self.named(topics.iter().find(|topic| topic.id == *id).map(|topic| &topic.title), id);
        let meeting = self.entry(Key::Meetings, at);
        match self.locale {
            Locale::ZhCn => format!("{meeting}的议题“{title}”"),
            Locale::En => format!("topic “{title}” of {meeting}"),
        }
    }

    /// What people call an entry of one of the record's lists.
    fn entry(&self, list: Key, at: Option<usize>) -> String {
        let Some(at) = at else { return String::new() };
        let record = self.record;
        let dated = |day: Option<Day>, zh: &str, en: &str| match (day, self.locale) {
            (Some(day), Locale::ZhCn) => format!("{day}的{zh}"),
            (Some(day), Locale::En) => format!("the {en} of {day}"),
            (None, Locale::ZhCn) => format!("第{}次{zh}（未填日期）", at + 1),
            (None, Locale::En) => format!("undated {en} {}", at + 1),
        };
        let told = match list {
            Key::People => record.people.get(at).map(|person| self.named(Some(&person.name), &person.id)),
            Key::Organizations => record.organizations.get(at).map(|other| self.named(Some(&other.name), &other.id)),
            Key::Appointments => record.appointments.get(at).map(|seat| self.seat(seat)),
            Key::Meetings => record.meetings.get(at).map(|meeting| dated(meeting.on.get(), "会议", "meeting")),
            Key::ProblemLists => record.problem_lists.get(at).map(|list| dated(list.on.get(), "清单", "list")),
            Key::TrainingClasses => {
                record.training_classes.get(at).map(|class| dated(class.on.get(), "培训班", "training class"))
            }
            Key::Assessments => record.assessments.get(at).map(|each| self.assessment(each)),
            Key::Terms => record.terms.get(at).and_then(|term| term.ordinal.get()).map(|ordinal| match self.locale {
                Locale::ZhCn => format!("第{}届任期", ordinal.get()),
                Locale::En => format!("term {}", ordinal.get()),
            }),
            _ => None,
        };
        told.unwrap_or_else(|| {
            let label = self.label(list);
            match self.locale {
                Locale::ZhCn => format!("第{}项{label}", at + 1),
                Locale::En => format!("{label} {}", at + 1),
            }
        })
    }

    fn assessment(&self, each: &Assessment) -> String {
        let person = each.person.given().map(|person| self.referred(person));
        let unit = || each.organization.given().map(Ref::id).map(|id| self.organization(id));
        let who = person.or_else(unit).unwrap_or_else(|| format!("“{}”", each.id));
        match (each.year.get(), self.locale) {
            (Some(year), Locale::ZhCn) => format!("{who}{}年度考评", year.get()),
            (Some(year), Locale::En) => format!("assessment of {who} for {}", year.get()),
            (None, Locale::ZhCn) => format!("{who}的考评"),
            (None, Locale::En) => format!("assessment of {who}"),
        }
    }

    fn label(&self, key: Key) -> &'static str {
        let (zh, en) = key.labels();
        self.pick(zh, en)
    }

    /// What people call a place in the record: the entry, then the field in it.
    fn place(&self, path: &Path) -> String {
        let mut segments = path.segments().peekable();
        let Some(Segment::Key(list)) = segments.next() else { return String::new() };
        if let (Key::CompleteThrough, Some(&Segment::Key(big_list))) = (list, segments.peek()) {
            let label = self.label(big_list);
            return match self.locale {
                Locale::ZhCn => format!("“{label}”登记完整至哪一天"),
                Locale::En => format!("the day through which the list of {label} is complete"),
            };
        }
        let mut told = match segments.peek() {
            Some(&Segment::Index(at)) => {
                segments.next();
                self.entry(list, Some(at))
            }
            _ => self.label(list).into(),
        };
        let mut within = list;
        while let Some(segment) = segments.next() {
            let Segment::Key(key) = segment else { continue };
            let index = match segments.peek() {
                Some(&Segment::Index(at)) => {
                    segments.next();
                    Some(at)
                }
                _ => None,
            };
            let label = match index.and_then(|at| self.step(path, key, at)) {
                Some(step) => step,
                None => {
                    let (zh, en) = key.labels_in(within);
                    self.pick(zh, en)
                }
            };
            within = key;
            let number = index.map(|at| (at + 1).to_string()).unwrap_or_default();
            told = match self.locale {
                Locale::ZhCn if index.is_some() => format!("{told}的第{number}项“{label}”"),
                Locale::ZhCn => format!("{told}的“{label}”"),
                Locale::En if index.is_some() => format!("{told}, {label} {number}"),
                Locale::En => format!("{told}, {label}"),
            };
        }
        told
    }

    /// The name of the step at a place of a procedure.
    fn step(&self, path: &Path, key: Key, at: usize) -> Option<&'static str> {
        let mut segments = path.segments();
        let (Some(Segment::Key(Key::Appointments)), Some(Segment::Index(seat))) = (segments.next(), segments.next())
        else {
            return None;
        };
        let seat = self.record.appointments.get(seat)?;
        let steps = match key {
            Key::Entry => seat.entry.entries()?,
            Key::Steps => seat.exit.given()?.steps.entries()?,
            _ => return None,
        };
        Some(self.word(steps.get(at)?.step.get()?.as_str()))
    }
}
