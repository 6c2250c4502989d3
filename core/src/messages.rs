//! What people read: one text for each key, in Chinese and in English, filled in from facts when it is read.
//!
//! Keys and facts are stable; texts may be bettered at any time.

/// Declares keys, each with its outcome and its texts.
macro_rules! catalogue {
    ($(#[doc = $doc:literal])* enum $name:ident { $($variant:ident = $key:literal $(: $outcome:ident)?, $zh:literal, $en:literal;)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum $name { $($variant),* }

        impl $name {
            /// Every key.
            #[cfg(feature = "schema")]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The key, as it stands in a report.
            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $key),* }
            }

            /// The texts: Chinese and English.
            pub(crate) const fn texts(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($zh, $en)),* }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl crate::shape::Shaped for $name {
            const SHAPE: &'static crate::shape::Shape = &crate::shape::Shape::Word(&crate::shape::Words {
                name: stringify!($name),
                doc: crate::shape::documentation!($($doc)*),
                words: &[$(($key, crate::shape::documentation!($en))),*],
            });
        }

        impl crate::shape::Part for $name {}

        catalogue!(@outcome $name $($variant $($outcome)?)*);
    };
    (@outcome $name:ident $($variant:ident $outcome:ident)+) => {
        impl $name {
            /// The outcome that it stands for.
            pub(crate) const fn outcome(self) -> crate::report::Outcome {
                match self { $(Self::$variant => crate::report::Outcome::$outcome),* }
            }
        }
    };
    (@outcome $name:ident $($variant:ident)+) => {};
}

catalogue! {
    /// Why a verdict came out as it did.
    enum Reason {
        NothingToJudge = "nothing-to-judge": NotApplicable, "记录中没有需要判断的事项。", "nothing in the record to judge.";
        ConditionFalse = "condition.false": NotApplicable, "不属于适用情形。", "does not apply here.";
        ConditionUnknown = "condition.unknown": Unknown, "还不能确定是否适用，请补充{missing}。", "cannot be told whether it applies; fill in {missing}.";
        CommitteeNotStanding = "committee.not-standing": NotApplicable, "这一天委员会尚未成立或已经撤销。", "the committee did not stand on this day.";
        EstablishedMissing = "committee.established-missing": Unknown, "还不能判断，请补充委员会的成立日期。", "cannot be told; fill in the first day the committee stood.";
        PeriodNotWhole = "period.not-whole": NotApplicable, "委员会在此期间没有从头到尾存续，不作判断。", "the committee did not stand through the whole period.";
        EditionNotYet = "edition.not-yet": NotApplicable, "{on}时本条尚未施行，自{against}起施行。", "not yet in force on {on}: it holds from {against} on.";
        EditionEnded = "edition.ended": NotApplicable, "{on}时本条已经失效，施行至{against}为止。", "no longer in force on {on}: it held until {against}.";
        EditionRepealed = "edition.repealed": NotApplicable, "{on}时本条已经废止。", "repealed by {on}.";
        EditionUnknown = "edition.unknown": Unknown, "本条前后规定不同，还不能确定按哪一版判断，请补充{missing}。", "the norm has changed, and the day by which to judge is not known; fill in {missing}.";
        Permission = "permission": NotApplicable, "这是允许事项，没有需要检查的内容。", "something allowed, nothing to check.";

        CountMet = "count.met": Met, "现为{counted}，符合要求。", "{counted}, as required.";
        CountTooFew = "count.too-few": Broken, "至少应为{required}，现为{counted}。请补足后再核对。", "at least {required} required, found {counted}; make up the difference.";
        CountTooMany = "count.too-many": Broken, "至多为{allowed}，现为{counted}。请调整到规定人数以内。", "at most {allowed} allowed, found {counted}; bring the number down.";
        CountWrongParity = "count.wrong-parity": Broken, "人数应为{parity}，现为{counted}。请增减人数后再核对。", "an {parity} number is required, found {counted}; change the number.";
        CountNoTier = "count.no-tier": NotApplicable, "没有适用的档次，不作判断。", "no tier covers this case.";
        CountAreaUnknown = "count.area-unknown": Unknown, "人数或者人数标准还不能确定，请补充{missing}。", "the number, or what is required of it, cannot be told; fill in {missing}.";
        CountSoFar = "count.so-far": Unknown, "目前登记{counted}，席位名单还没有登记完整，暂不能判断。名单齐全后请填写{missing}。", "{counted} so far and the list of seats is not complete; when it is, fill in {missing}.";
        CountUnknown = "count.unknown": Unknown, "目前确定的有{counted}，可能到{atMost}，请补充{missing}。", "{counted} for sure and up to {atMost} possible; fill in {missing}.";

        ShareMet = "share.met": Met, "{among}中有{counted}，至少应为{required}，符合要求。", "{counted} of {among}, at least {required} required.";
        ShareTooSmall = "share.too-small": Broken, "{among}中至少应有{required}，现有{counted}。请增加到规定比例。", "at least {required} of {among} required, found {counted}; raise the number.";
        ShareWithin = "share.within": Met, "{among}中有{counted}，至多为{allowed}，符合要求。", "{counted} of {among}, at most {allowed} allowed.";
        ShareTooLarge = "share.too-large": Broken, "{among}中至多为{allowed}，现有{counted}。请减少到规定比例以内。", "at most {allowed} of {among} allowed, found {counted}; bring the number down.";
        ShareUnknown = "share.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";
        ShareOfNothing = "share.of-nothing": NotApplicable, "总数为零，不作判断。", "there is nothing to take a share of.";

        HeldByMet = "held-by.met": Met, "人选符合要求。", "held by someone who may hold it.";
        HeldByOther = "held-by.other": Broken, "要求：{reading}按{on}登记的职务，{person}不在此列。请核对其职务和所在单位的登记，或调整人选。", "required: {reading} By the posts recorded for {on}, {person} is not among them; check the posts and their organizations, or choose another.";
        HeldByUnknown = "held-by.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        HeldByNotAlso = "held-by.not-also": Broken, "要求：{reading}{on}{person}没有同时担任要求的席位。请核对席位登记，或由同一人担任。", "required: {reading} On {on} {person} holds none of those seats; check the seats, or have one person hold both.";
        HeldByTwice = "held-by.twice": Broken, "要求：{reading}{on}{person}同时担任了不得兼任的{seat}。请核对席位登记，或只保留一个席位。", "required: {reading} On {on} {person} also holds the seat of {seat}; check the seats, or keep one of them.";
        HeldByElsewhere = "held-by.elsewhere": Broken, "要求：{reading}{on}{person}同时在其他委员会（{committee}）任职。请核对登记，或只保留一处任职。", "required: {reading} On {on} {person} also sits on another committee ({committee}); check the record, or keep one of the two.";
        HeldByKin = "held-by.kin": Broken, "要求：{reading}{on}同时任职的{relative}是{person}的{relation}。请核对登记，或由其中一人回避。", "required: {reading} {relative}, who holds a seat on {on} too, is to {person}: {relation}; check the record, or have one of them step back.";

        DoneByMet = "done-by.met": Met, "由当日的{seat}承担，符合要求。", "done by the {seat} of the day.";
        DoneByOther = "done-by.other": Broken, "应由当日（{on}）的{seat}承担，登记的是{person}。请核对登记，今后由{seat}承担。", "must be done by the {seat} of that day ({on}), recorded is {person}; check the record.";
        DoneByNobody = "done-by.nobody": Broken, "应由{seat}承担，登记为无人承担。请核对登记，今后由{seat}承担。", "must be done by the {seat}, the record says nobody did; check the record.";
        DoneByGroup = "done-by.group": Met, "由规定的人承担，符合要求。", "done by someone who may do it.";
        DoneByOutsider = "done-by.outsider": Broken, "要求：{reading}按{on}的登记，{person}不在此列。请核对登记，今后由规定的人承担。", "required: {reading} By the record of {on}, {person} is not among them; check the record.";
        DoneByNoOne = "done-by.no-one": Broken, "要求：{reading}登记为无人承担。请核对登记，今后由规定的人承担。", "required: {reading} The record says nobody did; check the record.";
        DoneByUnknown = "done-by.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        AttributeMet = "attribute.met": Met, "登记情况符合要求。", "as required.";
        AttributeBroken = "attribute.broken": Broken, "登记为“{found}”，与要求不符。要求：{reading}请核对登记，或按要求整改。", "recorded is “{found}”, which is not as required: {reading} Check the record or put it right.";
        AttributeNone = "attribute.none": Broken, "登记为“无”。要求：{reading}请补办后填写。", "the record says there is none. Required: {reading} Do it and fill it in.";
        AttributeLacks = "attribute.lacks": Broken, "缺少“{audience}”一方。请补充沟通后再登记。", "{audience} are missing; talk it over with them and record it.";
        AttributeOther = "attribute.other": Broken, "要求：{reading}按{on}的登记，{person}不符合。请核对登记，或调整人选。", "required: {reading} By the record of {on}, that is not so of {person}; check the record, or choose another.";
        AttributeYears = "attribute.years": Broken, "要求：{reading}到{on}，{person}满{years}年，不符合。请核对登记的日期，或调整人选。", "required: {reading} On {on} it is {years} whole year(s) for {person}; check the recorded day, or choose another.";
        AttributeUnknown = "attribute.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        AttestedMet = "attested.met": Met, "已有署名并注明日期的判断，结论为符合。", "attested, by name and date.";
        AttestedFresh = "attested.fresh": Met, "{on}已作出判断，结论为符合，有效至{against}。", "attested on {on}, which counts through {against}.";
        AttestedDenied = "attested.denied": Broken, "已有判断，结论为不符合。请复核人选或判断。", "someone has judged that it is not so; review the choice or the judgement.";
        AttestedUnknown = "attested.unknown": Unknown, "还没有判断。请由负责的人作出判断，署名并注明日期。", "nobody has judged yet; have it judged, by name and date.";
        AttestedByOther = "attested.by-other": Unknown, "已有判断，但不是由规定的一方作出的。要求：{reading}请由规定的一方作出判断，署名并注明日期。", "it was judged, but not by whom it must be: {reading} Have it judged by them, by name and date.";
        AttestedStale = "attested.stale": Unknown, "{on}的判断只到{against}有效。请重新作出判断，署名并注明日期。", "what was judged on {on} counted through {against} only; have it judged anew, by name and date.";
        AttestedAgeUnknown = "attested.age-unknown": Unknown, "{on}的判断是否仍然有效，还不能确定，请补充{missing}。", "whether what was judged on {on} still counts cannot be told; fill in {missing}.";
        AttestedDue = "attested.due": Pending, "本年的判断尚未到期，应在{due}前作出，署名并注明日期。", "this year's judgement is still to come; by {due}, by name and date.";
        AttestedIncomplete = "attested.incomplete": Unknown, "判断的登记不完整，请补充{missing}。", "the attestation is incomplete; fill in {missing}.";

        ProcedureMet = "procedure.met": Met, "各步骤齐全，顺序正确。", "all steps are there, in order.";
        ProcedureMissing = "procedure.missing": Broken, "缺少“{step}”，而后面的环节已经进行。请核对登记，或补办并说明情况。", "{step} is missing although a later stage has passed; check the record, or make it up.";
        ProcedureOutOfOrder = "procedure.out-of-order": Broken, "“{step}”的日期（{on}）应在“{other}”（{against}）之后。请核对日期。", "{step} ({on}) must come after {other} ({against}); check the days.";
        ProcedureAfterFirstDay = "procedure.after-first-day": Broken, "“{step}”的日期（{on}）晚于任职开始日期（{against}）。请核对日期。", "{step} ({on}) came after the seat's first day ({against}); check the days.";
        ProcedureNotShown = "procedure.not-shown": Broken, "“{step}”的办理单位、会议或结果与要求不符。要求：{reading}请核对登记。", "by whom, in which meeting or with what result {step} was taken is not as required: {reading} Check the record.";
        ProcedurePending = "procedure.pending": Pending, "已有步骤顺序正确，下一步是“{step}”。", "in order so far; next comes {step}.";
        ProcedureUnknown = "procedure.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        StepMet = "step.met": Met, "“{step}”的登记符合要求。", "{step} is as required.";
        StepByOther = "step.by-other": Broken, "“{step}”的办理单位或备案机关与要求不符。要求：{reading}请核对登记，或由规定的单位办理。", "{step} was taken by, or made with, another organization than required: {reading} Check the record, or have it done by the right one.";
        StepNotPassed = "step.not-passed": Broken, "“{step}”没有通过，后面的环节却已经进行。请核对登记。", "{step} was not passed, yet a later stage has been reached; check the record.";
        StepPending = "step.pending": Pending, "“{step}”尚未进行。", "{step} is still to come.";
        StepOvertaken = "step.overtaken": NotApplicable, "没有登记“{step}”，由产生程序一条判断。", "{step} is not there; the norm about the order judges that.";
        StepUnknown = "step.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        NoticeMet = "notice.met": Met, "公示{days}{unit}，符合要求。", "{days} {unit} of notice, as required.";
        NoticeTooShort = "notice.too-short": Broken, "公示至少{required}{unit}，按规定的算法实际只有{days}{unit}。请重新公示足够的天数，再办理后面的步骤。", "at least {required} {unit} of notice required, found {days}, counted as prescribed; put it up again for long enough before going on.";
        NoticeRunning = "notice.running": Pending, "公示正在进行，至少要到{required}{unit}。", "the notice is running; at least {required} {unit} are required.";
        NoticeUnknown = "notice.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        PeriodMet = "period.met": Met, "间隔时间符合要求。", "the time between is as required.";
        PeriodTooShort = "period.too-short": Broken, "至少应间隔{required}{unit}，即不早于{against}，登记的是{on}。请核对日期，或按规定重新办理。", "at least {required} {unit} must lie between, so not before {against}; recorded is {on}. Check the days, or do it again as required.";
        PeriodTooLong = "period.too-long": Broken, "应在{allowed}{unit}以内，即不迟于{against}，登记的是{on}。请核对日期，今后按期办理。", "at most {allowed} {unit} may lie between, so by {against}; recorded is {on}. Check the days, and keep the time next time.";
        PeriodReversed = "period.reversed": Broken, "登记的日期{on}早于应在其前的{against}，前后次序颠倒。请核对日期。", "recorded is {on}, before {against}, which it must follow; check the days.";
        PeriodNoBeginning = "period.no-beginning": Broken, "{against}之前应先办理此项，登记为没有办理。请核对登记，今后先行办理。", "it had to come before {against}, and the record says it did not; check the record, and do it first next time.";
        PeriodOverdue = "period.overdue": Broken, "应在{against}前完成，至今没有登记。请尽快办理并登记。", "was due by {against} and is not there; do it soon and record it.";
        PeriodPending = "period.pending": Pending, "尚未到期，应在{due}前完成。", "not yet due; by {due}.";
        PeriodOpen = "period.open": Pending, "后一事项尚未发生。", "what comes after is still to come.";
        PeriodNotBegun = "period.not-begun": NotApplicable, "前一事项没有发生，不作判断。", "what comes before has not taken place.";
        PeriodUnknown = "period.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        UnopposedMet = "unopposed.met": Met, "公示没有未了结的异议。", "no objection stands.";
        UnopposedStands = "unopposed.stands": Broken, "办理后续步骤（{on}）时，仍有成立或未处理的异议。请先处理异议，再重新办理。", "an objection was still open or upheld when the procedure went on ({on}); settle it first, then take the step again.";
        UnopposedPending = "unopposed.pending": Pending, "公示或异议处理尚未结束。", "the notice or an objection is not yet closed.";
        UnopposedUpheld = "unopposed.upheld": NotApplicable, "异议成立，程序没有继续。", "an objection was upheld and the procedure went no further.";
        UnopposedUnknown = "unopposed.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        FollowUpMet = "follow-up.met": Met, "已按要求办理。", "done as required.";
        FollowUpNone = "follow-up.none": Broken, "登记为没有办理。要求：{reading}请补办后填写。", "recorded as not done. Required: {reading} Make it up and fill it in.";
        FollowUpElsewhere = "follow-up.elsewhere": Broken, "送达的对象不是规定的单位。要求：{reading}请核对登记，或补送规定的单位。", "it went to another addressee than required: {reading} Check the record or send it to the right one.";
        FollowUpLeftOut = "follow-up.left-out": Broken, "还有{leftOut}个有委员的单位没有送达，如{organization}。请补送。", "{leftOut} unit(s) with a member were left out, {organization} among them; send it to them.";
        FollowUpOral = "follow-up.oral": Broken, "应当书面办理，登记为非书面。请补书面材料。", "must be in writing; put it in writing.";
        FollowUpOtherDay = "follow-up.other-day": Broken, "应在{against}当天办理，登记的是{on}。请核对日期。", "must be done on {against}, recorded is {on}; check the day.";
        FollowUpPending = "follow-up.pending": Pending, "尚未办理，应在当天完成。", "not yet done; due the same day.";
        FollowUpDue = "follow-up.due": Pending, "尚未到期，应在{due}前办理。", "not yet due; by {due}.";
        FollowUpLate = "follow-up.late": Broken, "应在{allowed}{unit}以内，即不迟于{against}办理，登记的是{on}。请核对日期，今后按期办理。", "due within {allowed} {unit}, by {against}; recorded is {on}. Check the day, and keep the time next time.";
        FollowUpOverdue = "follow-up.overdue": Broken, "应在{against}前办理，至今没有登记。要求：{reading}请尽快办理并登记。", "was due by {against} and is not there. Required: {reading} Do it soon and record it.";
        FollowUpNoUnit = "follow-up.no-unit": NotApplicable, "本人没有所在单位，不适用。", "the person has no unit.";
        FollowUpUnknown = "follow-up.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        CadenceMet = "cadence.met": Met, "开会{counted}次，符合要求。", "{counted} meeting(s), as required.";
        CadenceTooFew = "cadence.too-few": Broken, "至少应开会{required}次，登记{counted}次。请核对会议登记；已过的期间无法补开，请说明情况。", "at least {required} meeting(s) required, found {counted}; check the list of meetings.";
        CadenceTooMany = "cadence.too-many": Broken, "至多应开会{allowed}次，登记{counted}次。请核对会议登记，今后按规定次数开会。", "at most {allowed} meeting(s) allowed, found {counted}; check the list of meetings.";
        CadenceSlotMissed = "cadence.slot-missed": Broken, "{on}至{against}之间应当开会，没有登记。请核对会议登记；已过的期间无法补开，请说明情况。", "a meeting was due between {on} and {against} and is not there; check the list of meetings.";
        CadenceGapTooLong = "cadence.gap-too-long": Broken, "{on}之后应在{allowed}{unit}以内（不迟于{against}）再次开会，没有登记。请核对会议登记，今后按期开会。", "after {on} the next meeting was due within {allowed} {unit}, by {against}, and is not there; check the list of meetings.";
        CadenceGapTooShort = "cadence.gap-too-short": Broken, "与上次会议至少应间隔{required}{unit}，即不早于{against}，登记的是{on}。请核对会议日期。", "at least {required} {unit} must lie between two meetings, so not before {against}; recorded is {on}. Check the days.";
        CadenceNextPending = "cadence.next-pending": Pending, "{on}之后的下一次会议应在{due}前召开。", "the next meeting after {on} is due by {due}.";
        CadencePending = "cadence.pending": Pending, "本期已开会{counted}次，至少应开会{required}次。", "{counted} meeting(s) so far, at least {required} required.";
        CadenceUnknown = "cadence.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        YearlyMet = "yearly.met": Met, "已按期完成。", "done in time.";
        YearlyMissing = "yearly.missing": Broken, "应在{against}前完成，没有登记。请补办并登记。", "was due by {against} and is not there; make it up and record it.";
        YearlyLate = "yearly.late": Broken, "应在{against}前完成，登记的是{on}，迟了{daysLate}天。请今后按期完成。", "was due by {against}, done on {on}, {daysLate} day(s) late; keep the day next time.";
        YearlyOral = "yearly.oral": Broken, "应当书面提交，登记为非书面。请补书面材料。", "must be in writing; put it in writing.";
        YearlyNotPassedOn = "yearly.not-passed-on": Broken, "已经出具，但没有按要求反馈给所在单位。请补办反馈并登记。", "made, but not passed on to the unit as required; pass it on and record it.";
        YearlyPending = "yearly.pending": Pending, "尚未到期，应在{due}前完成。", "not yet due; by {due}.";
        YearlyUnknown = "yearly.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        QuorumMet = "quorum.met": Met, "应到{among}，实到{counted}，符合要求。", "{counted} of {among} members present, as required.";
        QuorumTooFew = "quorum.too-few": Broken, "应到{among}，至少需{required}到会，实到{counted}。人数不足不能开会，请核对到会登记或另行召开。", "{required} of {among} members required, found {counted} present; check who was present, or meet again.";
        QuorumNobody = "quorum.no-members": NotApplicable, "当日没有在任委员。", "there was no member that day.";
        QuorumNoneDue = "quorum.none-due": NotApplicable, "应到人数为零，不作判断。", "nobody was due.";
        QuorumUnknown = "quorum.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        MajorityMet = "majority.met": Met, "赞成{counted}票，应以{among}为基数，至少需{required}票，符合要求。", "{counted} of {among} for, at least {required} required.";
        MajorityByChair = "majority.by-chair": Met, "赞成和反对票数相同（各{counted}票），由主持人决定通过，符合要求。", "{counted} for and as many against; the chair decided for it.";
        MajorityTooFew = "majority.too-few": Broken, "登记为通过，但赞成{counted}票，以{among}为基数至少需{required}票。请核对表决登记，或重新表决。", "recorded as passed with {counted} for; of {among} at least {required} are required; check the votes, or vote again.";
        MajorityTie = "majority.tie": Broken, "登记为通过，但赞成和反对票数相同（各{counted}票），不能通过。请核对表决登记，或重新表决。", "recorded as passed with {counted} for and as many against, which does not pass; check the votes, or vote again.";
        MajorityByProxy = "majority.by-proxy": Broken, "有{counted}票由他人代投，规定不得代投。请核对表决登记，或重新表决。", "{counted} vote(s) were cast by proxy, which is not allowed; check the votes, or vote again.";
        MajorityNotPassed = "majority.not-passed": NotApplicable, "没有通过，不作判断。", "it was not passed.";
        MajorityNoVote = "majority.no-vote": NotApplicable, "没有登记表决，不作判断。", "no resolution is recorded.";
        MajorityUnknown = "majority.unknown": Unknown, "还不能判断表决是否有效，请补充{missing}。", "cannot be told; fill in {missing}.";

        ProposalBySeat = "proposal.by-seat": Met, "由{seat}提出。", "put forward by the {seat}.";
        ProposalByShare = "proposal.by-share": Met, "由{counted}名委员共同提出，符合要求。", "put forward by {counted} members together.";
        ProposalTooFew = "proposal.too-few": Broken, "提出议题的当日委员只有{counted}名，{among}名委员中至少需{required}名。请由{seat}确定议题，或补足提出人。", "only {counted} of that day's members put it forward, at least {required} of {among} required; have the {seat} put it, or more members.";
        ProposalUnknown = "proposal.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        StreakMet = "streak.met": Met, "没有连续{required}次的情形。", "not {required} in a row.";
        StreakFollowed = "streak.followed": Met, "连续{required}次（至{on}），已按规定终止任职。", "{required} in a row (up to {on}), and the seat ended as it must.";
        StreakNoConsequence = "streak.no-consequence": Broken, "要求：{reading}至{on}已连续{required}次，应在{against}前终止任职，到期仍在任。请核对登记，或按规定办理离任。", "required: {reading} {required} in a row up to {on}, so the seat had to end by {against} and did not; check the record, or see to the exit.";
        StreakOtherCause = "streak.other-cause": Broken, "要求：{reading}至{on}已连续{required}次，任职却以其他原因终止。请核对离任原因。", "required: {reading} {required} in a row up to {on}, yet the seat ended for another cause; check the cause.";
        StreakPending = "streak.pending": Pending, "至{on}已连续{required}次，应在{due}前终止任职。", "{required} in a row up to {on}; the seat must end by {due}.";
        StreakOver = "streak.over": NotApplicable, "至{on}已连续{required}次，任职已在期限内到期终止。", "{required} in a row up to {on}; the seat ended by itself in that time.";
        StreakUnknown = "streak.unknown": Unknown, "还不能判断是否连续{required}次，请补充{missing}。", "cannot be told; fill in {missing}.";

        CoolingOffMet = "cooling-off.met": Met, "没有在限制期内再次任职。", "no seat within the time of waiting.";
        CoolingOffTooSoon = "cooling-off.too-soon": Broken, "{person}此前因{cause}离任，{against}以前不得再次任职，登记的开始日期是{on}。请核对登记，或推迟任职。", "{person} left a seat for {cause} and may hold none up to {against}; this one begins on {on}; check the record, or put it off.";
        CoolingOffUnknown = "cooling-off.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        TermMet = "term.met": Met, "任期至{on}，符合要求。", "it ran to {on}, as required.";
        TermApproved = "term.approved": Met, "任期至{on}，规定应至{against}，提前或延期已经批准。", "it ran to {on} instead of {against}, which was approved.";
        TermRunning = "term.running": Pending, "本届任期尚未届满，届满日期为{due}。", "it is still running and ends on {due}.";
        TermApprovalDue = "term.approval-due": Pending, "任期登记到{on}，规定应至{against}，提前或延期应在{due}前报批并登记。", "it is recorded up to {on} instead of {against}; have that approved by {due} and record it.";
        TermTooShort = "term.too-short": Broken, "每届任期至少应为{required}{unit}，最早到{against}届满，登记到{on}为止。请核对任期起止日期。", "a term lasts {required} {unit} at least and ends on {against} at the earliest; recorded is {on}. Check its days.";
        TermTooLong = "term.too-long": Broken, "每届任期至多为{allowed}{unit}，最迟到{against}届满，登记到{on}为止。请核对任期起止日期。", "a term lasts {allowed} {unit} at most and ends by {against}; recorded is {on}. Check its days.";
        TermOverdue = "term.overdue": Broken, "每届任期至多为{allowed}{unit}，最迟应在{against}届满，至今没有换届登记。请尽快换届，并登记结束日期和新一届任期。", "a term lasts {allowed} {unit} at most, so it had to end by {against}, and no end is recorded; renew the committee, and record the last day and the next term.";
        TermNotApproved = "term.not-approved": Broken, "任期至{on}，规定应至{against}，提前或延期没有规定的上级批准。请核对登记，或报批后登记批准情况。", "it ran to {on} instead of {against} without the approval that is required; check the record, or have it approved and record that.";
        TermOtherEnd = "term.other-end": Broken, "任期至{on}，而{organization}的任期到{against}届满，两者应当一致。请核对起止日期，或按期换届。", "it runs to {on}, while that of {organization} ends on {against}, and both are to end together; check their days, or renew the committee in time.";
        TermNoticeMet = "term.notice-met": Met, "已在届满前按期报告（{on}）。", "reported in time, on {on}.";
        TermNoticeDue = "term.notice-due": Pending, "任期到{against}届满，应至少提前{required}{unit}报告，最迟{due}。", "it ends on {against}; that is to be reported {required} {unit} before, by {due}.";
        TermNoticeOpen = "term.notice-open": Pending, "任期到{against}届满，应至少提前{required}{unit}报告，目前尚在期限以内。", "it ends on {against}; that is to be reported {required} {unit} before, and there is still time.";
        TermNoticeLate = "term.notice-late": Broken, "任期到{against}届满，应至少提前{required}{unit}报告，登记的是{on}。请核对日期，今后按期报告。", "it ends on {against}, to be reported at least {required} {unit} before; recorded is {on}. Check the days, and keep the time next time.";
        TermNoticeOverdue = "term.notice-overdue": Broken, "任期到{against}届满，应至少提前{required}{unit}报告，至今没有报告。请尽快报告并登记。", "it ends on {against}, to be reported at least {required} {unit} before, and is not reported; report it soon and record it.";
        TermRestMet = "term.rest-met": Met, "任职到本届任期届满为止，符合要求。", "held to the end of its term, as required.";
        TermRestOther = "term.rest-other": Broken, "任职应到本届任期届满（{against}）为止，登记到{on}。请核对任职结束日期；提前离任的，请登记离任情况。", "it is held to the end of its term, {against}; recorded is {on}. Check its last day, or record how it ended before.";
        TermLeft = "term.left": NotApplicable, "已提前离任，不作判断。", "the seat ended before its time.";
        TermNone = "term.none": NotApplicable, "没有可以对照的任期，不作判断。", "there is no term to compare it with.";
        TermUnknown = "term.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";

        NotificationMet = "notification.met": Met, "已在会前通知。", "told in time.";
        NotificationNone = "notification.none": Broken, "会前没有通知。今后请在会前告知议题、时间、地点和目的要求。", "no notice was given; tell topics, time, place and purpose before the next meeting.";
        NotificationLate = "notification.late": Broken, "应至少提前{required}{unit}通知，通知日期是{on}，会议日期是{against}。请核对日期，今后提前通知。", "notice is required at least {required} {unit} before; given on {on} for the meeting of {against}; check the days.";
        NotificationIncomplete = "notification.incomplete": Broken, "通知缺少“{part}”。请在通知中写明。", "the notice lacks the {part}; put it in.";
        NotificationUnknown = "notification.unknown": Unknown, "还不能判断，请补充{missing}。", "cannot be told; fill in {missing}.";
    }
}

catalogue! {
    /// How a record contradicts itself.
    enum Contradiction {
        OverlappingTerms = "overlapping-terms", "这一任期与另一任期的日期重叠。请核对任期起止日期。", "this term overlaps another; check their days.";
        TwoSeatsAtOnce = "two-seats-at-once", "同一人同时登记了两个席位。请核对任职的起止日期。", "one person holds two seats at once; check their days.";
        MoreVotesThanPresent = "more-votes-than-present", "票数多于到会人数，或到会人数多于应到人数。请核对表决登记。", "more votes than people present, or more present than may vote; check the votes.";
        MinutesBeforeMeeting = "minutes-before-meeting", "纪要日期（{on}）早于会议日期（{against}）。请核对日期。", "the minutes ({on}) are older than the meeting ({against}); check the days.";
        NonMemberPresent = "non-member-present", "到会人员中{person}当日不是委员。请改记为列席，或核对任职日期。", "{person} is listed as present but was no member that day; list them as attending, or check the seat's days.";
        PresentAndAttending = "present-and-attending", "{person}既登记为到会又登记为列席。请保留一处。", "{person} is listed both as present and as attending; keep one.";
        CertificateOnAnotherDay = "certificate-on-another-day", "聘书日期（{on}）与任职开始日期（{against}）不一致。请核对日期。", "the certificate ({on}) is of another day than the seat's first ({against}); check the days.";
        EndsBeforeItBegins = "ends-before-it-begins", "结束日期（{on}）早于开始日期（{against}）。请核对日期。", "the last day ({on}) is before the first ({against}); check the days.";
        SeatOutlivesItsEnd = "seat-outlives-its-end", "离任程序已到终止职务的一步（{on}），任职结束日期却没有填写或早于这一天。请核对任职结束日期。", "the step that ends the seat was taken ({on}), but its last day is left out or earlier; check the seat's last day.";
        SeatOutsideTerm = "seat-outside-term", "任职开始日期（{on}）早于所属任期的开始日期（{against}）。请核对日期。", "the seat begins ({on}) before its term ({against}); check the days.";
        MeetingOutsideLife = "meeting-outside-life", "会议日期（{on}）不在委员会存续期间。请核对日期。", "the meeting ({on}) lies outside the days on which the committee stood; check the days.";
        StepDayDiffers = "step-day-differs-from-meeting", "步骤日期（{on}）与所引会议的日期（{against}）不一致。请核对日期。", "the step ({on}) is of another day than the meeting it names ({against}); check the days.";
        MoreTheoryThanHours = "more-theory-than-hours", "理论学时（{counted}）多于总学时（{among}）。请核对学时。", "more hours of theory ({counted}) than hours in all ({among}); check them.";
        SettledBeforeIssued = "settled-before-issued", "办结日期或完成时限（{on}）早于下达日期（{against}）。请核对日期。", "settled or due ({on}) before it was issued ({against}); check the days.";
        DecidedBeforeRaised = "decided-before-raised", "异议处理日期（{on}）早于提出日期（{against}）。请核对日期。", "the objection was decided ({on}) before it was raised ({against}); check the days.";
    }
}
