"""What words of the form mean, in our own words: a key, the word, its English, both texts.

Keys of metrics and applicants explain their row or column.
"""

# ruff: noqa: E501 - one term a line reads as the table it is

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the reports with its explanation in both languages."""

    key: str
    name: str
    english: str
    zh: str
    en: str


TERMS: tuple[Term, ...] = (
    # What it is all about
    Term("disclosure", "政府信息公开", "government information disclosure", "行政机关把履行职责中制作或获取的信息告诉公众。有两条途径：机关自己主动公开，或者有人申请后依申请公开。", "Public bodies let the public know what they make or obtain in doing their duties: either proactively, or when somebody applies for it."),
    Term("annual_report", "政府信息公开工作年度报告", "annual disclosure report", "行政机关每年一月底前（县级以上汇总报告三月底前）公布的上一年信息公开情况，有固定的六个部分和三张表。标题里的年份是报告所讲的年份，不是发布的年份。", "What each body publishes by the end of January (consolidated reports by the end of March) on its disclosure in the year before: six fixed sections and three tables. The year in its title is the year it is about."),
    Term("regulation", "政府信息公开条例", "the disclosure regulations", "规定哪些信息要公开、怎样申请、多久答复、哪些可以不公开的行政法规。现行的一版从2019年起施行，它规定了年度报告必须写什么。", "The State Council's rules on what must be published, how to apply, how soon to answer, and what may be withheld; the present version is of 2019 and says what an annual report must contain."),
    Term("government_information", "政府信息", "government information", "行政机关在履行职责过程中制作或获取、以一定形式记录保存的信息。没有记录下来的，不算政府信息。", "Information that a public body made or obtained in doing its duties and that is recorded in some form."),
    Term("proactive", "主动公开", "proactive disclosure", "不等别人申请，机关自己通过网站、公报、新媒体、公开栏等发布信息。报告正文常写全年主动公开多少条，这个数不在表格里。", "Publishing without being asked: on the website, in the gazette, on social media, on notice boards. The number of items is said in the text of a report, not in its tables."),
    Term("on_application", "依申请公开", "disclosure upon application", "公民、企业或其他组织向行政机关提出申请，要某项没有主动公开的信息，机关按规定期限答复。申请的数量和结果填在表三。", "A person or organisation applies for information that was not published, and the body answers within a time limit. Numbers and outcomes stand in table three."),
    Term("checks", "勾稽关系", "cross-checks", "表中数字之间必须成立的等式。最重要的一条：本年新收＋上年结转＝办理结果总计＋结转下年，每一列都要成立；此外各项结果相加等于总计，各类申请人相加等于总计，上一年的结转下年等于下一年的上年结转。", "Sums that must hold between cells. The chief one: newly received + carried in = handled + carried out, in every column. Outcomes add up to the total, applicants add up to the total, and what one year carries out the next carries in."),
    Term("table_two", "表二", "table two", "主动公开的统计表：规章和规范性文件、行政许可、行政处罚和强制、行政事业性收费。", "The table on proactive disclosure: rules and normative documents, licences, penalties and coercion, administrative fees."),
    Term("table_three", "表三", "table three", "收到和处理信息公开申请的统计表：行是新收、结转和各种处理结果，列是申请人的种类和总计。", "The table on applications: its rows are what came in and what became of it, its columns the kinds of applicant and the total."),
    Term("table_four", "表四", "table four", "因信息公开引起的行政复议和行政诉讼的统计表，一行十五个数：复议、直接起诉、复议后起诉，各有四种结果和总计。", "The table on reviews and lawsuits over disclosure: fifteen numbers, four outcomes and a total each for reviews, direct suits, and suits after review."),
    Term("section_one", "总体情况", "overview (section one)", "报告第一部分，用文字概括一年的工作，主动公开条数、各渠道数量等多在这里。", "The first section: the year's work in prose, with most numbers that no table has."),
    Term("section_five", "存在的主要问题及改进情况", "problems and improvements (section five)", "报告第五部分，先写工作中的不足，再写已经或打算怎样改进。", "The fifth section: what fell short, and what was or will be done about it."),
    Term("section_six", "其他需要报告的事项", "other matters (section six)", "报告第六部分，写前面没有的内容；2021年起要写明收取信息处理费的情况，没有就写“无”。", "The sixth section: whatever else is to be reported; since 2021 also the information-processing fees charged."),
    # Table three: in and out
    Term("new_received", "本年新收政府信息公开申请", "applications newly received", "这一年里新收到的申请件数，不含上一年没办完转来的。", "Applications that came in during the year, without those left over from the year before."),
    Term("carried_in", "上年结转", "carried in from last year", "上一年收到、到年底还没办完，转到今年继续办的申请。应当等于上一年报告里的“结转下年度”。", "Applications received the year before and still open at its end. It should equal what last year's report carried out."),
    Term("carried_out", "结转下年度继续办理", "carried over to next year", "到年底还没有办完、转到下一年继续办理的申请。平常说的“结转”多指这个数；它应当等于下一年报告里的“上年结转”。", "Applications still open at the end of the year, to be handled in the next. It should equal what next year's report carries in."),
    Term("requests_total", "新收与上年结转合计", "new and carried-in applications", "本年新收加上年结转，就是这一年要办的全部申请。表里没有这个数，要自己加。", "Newly received plus carried in: all that was to be handled in the year. No cell has it; it is added up."),
    Term("handled_total", "本年度办理结果", "applications handled", "这一年办完的申请总数，也就是公开、不公开、无法提供等各种结果相加。正文常叫“办结”或“答复”。", "All applications that were brought to an end in the year, whatever the outcome."),
    # Outcomes
    Term("granted", "予以公开", "granted in full", "申请的信息全部提供给了申请人。", "All that was applied for was provided."),
    Term("partial", "部分公开（区分处理）", "granted in part", "一部分可以公开、一部分不能公开，区分开来后只提供能公开的部分。这种申请只计在这一行。", "What may be disclosed was separated from what may not, and only the former was provided. Such an application counts in this row only."),
    Term("denied", "不予公开", "denied", "信息存在，但依法不给，分八种理由：国家秘密、法律禁止、危及安全稳定、第三方权益、内部事务、过程性信息、执法案卷、行政查询。表里没有合计，要把八行相加。", "The information exists but is lawfully withheld, for one of eight reasons. The form has no total of them; the eight rows are added up."),
    Term("denied_state_secret", "属于国家秘密", "state secret", "不予公开的理由之一：信息已依法定为国家秘密。", "A reason to deny: the information is a state secret by law."),
    Term("denied_law", "其他法律行政法规禁止公开", "forbidden by other laws", "不予公开的理由之一：另有法律或行政法规不许公开，例如统计或档案方面的规定。", "A reason to deny: another law or regulation forbids it."),
    Term("denied_safety", "三安全一稳定", "three securities and one stability", "“三安全”指国家安全、公共安全、经济安全，“一稳定”指社会稳定。公开后可能危及它们的信息不予公开。", "National, public and economic security, and social stability. What may endanger them if disclosed is withheld."),
    Term("denied_third_party", "保护第三方合法权益", "third-party rights", "信息涉及他人的商业秘密或个人隐私，公开会损害其权益，而对方又不同意公开。", "The information touches somebody else's trade secrets or privacy, and that party does not agree to disclosure."),
    Term("denied_internal", "三类内部事务信息", "internal affairs", "机关内部的人事管理、后勤管理、内部工作流程三类信息，可以不公开。", "Personnel matters, logistics, and internal procedures of a body may be withheld."),
    Term("denied_process", "四类过程性信息", "deliberative information", "作出决定过程中的讨论记录、过程稿、磋商信函、请示报告，可以不公开。", "Records of discussion, drafts, letters of consultation, and requests for instruction may be withheld while a matter is being decided."),
    Term("denied_case_file", "行政执法案卷", "law-enforcement case file", "行政处罚等执法活动形成的案卷信息，可以不公开；当事人查阅案卷另有规定。", "Files of enforcement cases may be withheld; parties to a case see them under other rules."),
    Term("denied_query", "行政查询事项", "administrative query", "有专门查询渠道的事项，例如不动产登记查询，告知申请人按那个渠道去查。", "Matters that have a query procedure of their own, such as land registers; the applicant is sent there."),
    Term("unable", "无法提供", "unable to provide", "不是不给，而是给不出来：本机关不掌握，没有现成信息要另外制作，或者补正后仍说不清要什么。", "Not withheld but not available: not held, would have to be created, or still unclear after correction."),
    Term("unable_not_held", "本机关不掌握相关政府信息", "information not held", "被申请的机关没有这项信息，通常说的“信息不存在”多计在这里。", "The body does not have the information; what people call “does not exist” mostly counts here."),
    Term("unable_need_make", "没有现成信息需要另行制作", "would have to be created", "手头没有现成的，要汇总、加工、重新制作才有，机关没有义务为此制作。", "It would have to be compiled or made anew, which a body need not do."),
    Term("unable_unclear", "补正后申请内容仍不明确", "still unclear after correction", "申请没说清要什么，通知补正以后还是说不清，因此无法提供。", "The application did not say clearly what was wanted, and still did not after it was to be corrected."),
    Term("refused", "不予处理", "not processed", "不属于正当的信息公开申请，因此不按申请处理，分信访举报、重复申请、公开出版物、大量反复申请、要求确认五种。", "Not a proper application and therefore not processed: petitions, repeats, publications, mass applications, confirmation of what one has."),
    Term("refused_petition", "信访举报投诉类申请", "petitions and complaints", "名义上申请公开，实际是信访、举报或投诉，告知通过相应渠道提出。", "In name an application, in fact a petition or complaint; the applicant is referred elsewhere."),
    Term("refused_repeat", "重复申请", "repeated applications", "同一个人就同样内容再次申请，机关已经答复过，不再重复处理。", "The same person applies for the same thing again after it was answered."),
    Term("refused_publication", "要求提供公开出版物", "asks for a publication", "要的是报纸、书刊、政府公报这类公开出版物，告知获取的途径。", "What is wanted is published anyway, such as a book, a newspaper or the gazette."),
    Term("refused_mass", "无正当理由大量反复申请", "mass applications without reason", "申请的数量、频次明显超过合理范围，又说不出正当理由。", "Far more or far more often than is reasonable, without good cause."),
    Term("refused_reconfirm", "要求确认或重新出具已获取信息", "asks to confirm or reissue", "要求机关对申请人已经拿到的信息再确认或再出具一次。", "Asks the body to confirm or reissue what the applicant already has."),
    Term("other", "其他处理", "other handling", "以上各种情况之外的处理结果。2021年起分三行：逾期不补正、逾期不缴费、其他；2019、2020年只有一行。", "Whatever fits none of the above. Three rows since 2021: not corrected, fee unpaid, other; a single row in 2019 and 2020."),
    Term("other_no_correction", "逾期不补正", "not corrected in time", "通知申请人补正，申请人无正当理由过期没有补正，机关不再处理。", "The applicant was asked to correct the application and did not in time."),
    Term("other_fee_unpaid", "逾期未按收费通知要求缴纳费用", "fee not paid in time", "依规定要收信息处理费，申请人过期没有缴纳，机关不再处理。", "An information-processing fee was due and not paid in time."),
    Term("other_other", "其他处理中的“其他”", "other: other", "其他处理里面再归不进前两种的，例如申请人自己撤回。", "What fits neither of the two rows before, such as withdrawals."),
    Term("correction", "补正", "correction", "申请内容不清楚时，机关一次性通知申请人补充说明，补正的时间不计入答复期限。", "Where an application is unclear the body asks once for it to be completed; that time does not count."),
    # Applicants
    Term("natural", "自然人", "natural persons", "以个人名义提出申请的人。", "People who apply in their own name."),
    Term("organisations", "法人或其他组织", "legal persons and other organisations", "以单位名义提出申请的，分商业企业、科研机构、社会公益组织、法律服务机构和其他五种。表里没有合计，要把五列相加。", "Bodies that apply: businesses, research institutions, public-interest organisations, legal service providers, others. The form has no total of the five columns."),
    Term("enterprise", "商业企业", "businesses", "以公司、企业名义提出的申请。", "Companies and other businesses."),
    Term("research", "科研机构", "research institutions", "以高校、研究院所等名义提出的申请。", "Universities, institutes and the like."),
    Term("ngo", "社会公益组织", "public-interest organisations", "以慈善、环保、消费者保护等公益组织名义提出的申请。", "Charities, environmental and consumer organisations and the like."),
    Term("legal", "法律服务机构", "legal service providers", "以律师事务所等名义提出的申请。", "Law firms and the like."),
    Term("other_org", "其他（申请人）", "other organisations", "不属于前四种的单位申请人，例如村委会、业主委员会。", "Organisations of no other kind, such as village or owners' committees."),
    # Rates
    Term("disclosure_rate", "公开率", "disclosure rate", "（予以公开＋部分公开）÷办理结果总计。这是我们算出来的，表里没有；一件都没办时无法计算。", "(Granted in full + in part) ÷ handled. It is computed; where nothing was handled it is undefined."),
    Term("completion_rate", "办结率", "completion rate", "办理结果总计÷（本年新收＋上年结转）。这是我们算出来的；报告正文写的办结率口径可能不同。", "Handled ÷ (newly received + carried in). It is computed; a rate printed in a report may be counted otherwise."),
    Term("review_correction_rate", "行政复议纠正率", "review correction rate", "复议结果纠正÷（复议总计−尚未审结）。", "Corrected ÷ (all reviews − those pending)."),
    Term("suits_correction_rate", "行政诉讼纠正率", "lawsuit correction rate", "诉讼结果纠正÷（诉讼总计−尚未审结）。", "Corrected ÷ (all lawsuits − those pending)."),
    # Table two
    Term("rules_issued", "规章", "rules", "国务院部门、省级和设区的市的政府按立法程序制定的规定。县、乡政府和一般部门无权制定规章，填0是正常的。", "Rules made in a legislative procedure by ministries and by the governments of provinces and larger cities. Counties and towns cannot make any, so a 0 is normal there."),
    Term("normdocs_issued", "行政规范性文件", "normative documents", "规章以外、涉及公民和单位权利义务、普遍适用并反复适用的文件，俗称“红头文件”。“本年制发”是这一年新印发的件数。", "Documents below the rank of rules that bind people in general and repeatedly. “Issued” counts those of the year."),
    Term("normdocs_repealed", "本年废止件数", "repealed this year", "这一年宣布不再有效的规章或规范性文件件数。", "Rules or normative documents that ceased to be in force during the year."),
    Term("normdocs_valid", "现行有效件数", "in force", "到年底仍然有效的件数：上一年有效＋本年制发−本年废止。2021年的表格才有；2019、2020年的“对外公开总数量”是另一回事。", "Those in force at the end of the year: last year's + issued − repealed. Only in the form since 2021; the “total published” of 2019 and 2020 is something else."),
    Term("normdocs_published", "本年新公开数量", "newly published", "2019、2020年表格的一栏：这一年新公开的规章或规范性文件件数。", "A column of 2019 and 2020: documents newly published in the year."),
    Term("normdocs_public_total", "对外公开总数量", "published in total", "2019、2020年表格的一栏：历年公开在外的总件数，不等于现行有效件数。", "A column of 2019 and 2020: all that stands published, which is not the number in force."),
    Term("licences", "行政许可", "administrative licences", "机关根据申请准许从事某种活动。表里填的是一年作出的许可处理决定数量，不是事项的种数。", "Permissions to do something, granted on application. The form counts the decisions of the year, not the kinds of licence."),
    Term("penalties", "行政处罚", "administrative penalties", "对违法行为的罚款、没收、吊销等处罚。表里填的是处罚决定的件数，罚款金额不在年报里。", "Fines, confiscations, revocations and the like. The form counts decisions; amounts of fines are not in the reports."),
    Term("coercions", "行政强制", "administrative coercion", "查封、扣押、冻结、强制拆除等强制措施和强制执行。表里填的是决定的件数。", "Sealing, seizure, freezing, enforced demolition and the like; the form counts decisions."),
    Term("services", "其他对外管理服务事项", "other public services", "2019、2020年表格的一行：许可之外对外办理的管理和服务事项。", "A row of 2019 and 2020: dealings with the public other than licences."),
    Term("licence_items", "上一年项目数量", "items of the previous year", "2019、2020年表格的一栏，数的是事项的种类，不是办了多少件。", "A column of 2019 and 2020 that counts kinds of items, not cases."),
    Term("licence_items_change", "本年增/减", "change this year", "2019、2020年表格的一栏：事项种类比上一年增加或减少了几项。", "A column of 2019 and 2020: how many kinds of items were added or dropped."),
    Term("fees_wan", "行政事业性收费", "administrative fees", "机关和事业单位依法收取的费用总额，单位是万元，与信息公开的信息处理费无关。", "All fees charged by law, in ten thousand yuan; they have nothing to do with fees for disclosure."),
    Term("procurement_amount_yuan", "政府集中采购", "central procurement", "由集中采购机构统一采购的项目数和金额，只有2019、2020年的表格要填。", "Purchases through a central body, their number and amount; only in the form of 2019 and 2020."),
    # Table four
    Term("review_total", "行政复议", "administrative review", "申请人不服答复，请上级机关复查。四种结果：维持、纠正、其他、尚未审结。", "The applicant asks a higher body to look at an answer again. Four outcomes: upheld, corrected, other, pending."),
    Term("suits_total", "行政诉讼", "administrative lawsuits", "申请人不服，向法院起诉机关，俗称“民告官”。表里分未经复议直接起诉和复议后起诉，没有合计。", "The applicant takes the body to court, directly or after review. The form has no total of the two."),
    Term("suits_direct_total", "未经复议直接起诉", "lawsuits without review", "没有先申请行政复议，直接到法院起诉的案件。", "Cases taken to court without a review before."),
    Term("suits_after_total", "复议后起诉", "lawsuits after review", "先经过行政复议，对结果仍不服再起诉的案件。", "Cases taken to court after a review."),
    Term("review_upheld", "结果维持", "upheld", "复议机关或法院认为原来的答复没有问题。", "The answer was found to be right."),
    Term("review_corrected", "结果纠正", "corrected", "复议机关或法院撤销、变更了原来的答复，或者要求重新答复。", "The answer was set aside or changed, or had to be given anew."),
    Term("review_other", "其他结果", "other outcome", "维持和纠正以外的结果，例如申请人撤回、不予受理。", "Neither upheld nor corrected: withdrawn, not accepted, and so on."),
    Term("review_pending", "尚未审结", "pending", "到年底还没有审理完的案件。", "Cases not yet decided at the end of the year."),
    # Fees and text
    Term("n_info_fee", "信息处理费", "information-processing fees", "一个人申请的件数或页数超过规定标准时收取的费用，用来调节过多的申请。单位是元，写在报告第六部分，不在表里。", "Charged where somebody applies for more items or pages than a set limit. In yuan, said in section six and in no table."),
    Term("app_fees_wan", "依申请公开信息收取的费用", "fees for disclosure upon application", "2014—2018年统计表的一项：为提供信息收取的检索、复制、邮寄等费用，单位万元。", "An item of the annex of 2014–2018: fees for search, copying and postage, in ten thousand yuan."),
    Term("n_point", "查阅点、政务公开专区", "reading rooms and disclosure corners", "供公众当面查阅政府信息的场所，多设在政务服务大厅、图书馆、档案馆。", "Places where people can read government information, often in service halls, libraries and archives."),
    Term("n_interpretation", "政策解读", "policy interpretation", "出台政策时配套发布的说明材料，有文字、图解、视频等形式。", "Explanations published with a policy: texts, diagrams, videos."),
    Term("n_proactive", "主动公开政府信息数", "items published proactively", "一年里主动公开了多少条信息，写在正文里；同一条信息发在几个渠道，一般只算一条。", "How many items were published in the year, said in the text; one item on several channels normally counts once."),
    Term("n_gazette", "政府公报", "government gazette", "政府定期编印、刊登规章和文件的刊物，免费赠阅。", "The periodical in which a government prints its rules and documents; copies are free."),
    Term("n_solicit", "意见征集", "consultation of opinion", "重大事项决定之前公开征求公众意见，之后公布采纳情况。", "Asking the public before a weighty decision, and saying afterwards what was taken up."),
    Term("n_response", "回应关切", "responses to public concern", "对公众关注的热点问题和舆情公开作出说明。", "Public explanations of what people are concerned about."),
    Term("n_newmedia", "政务新媒体", "government new media", "机关开设的微信公众号、微博、视频号等账号。", "Accounts of public bodies on WeChat, Weibo, video platforms and the like."),
    Term("n_complaint", "举报投诉", "complaints", "因信息公开工作受到的举报和投诉件数，2014—2018年统计表有这一项。", "Complaints about disclosure; an item of the annex of 2014–2018."),
    Term("annex", "政府信息公开情况统计表", "statistics annex", "2014—2018年年报后附的统计表，分主动公开、依申请公开、复议诉讼、机构经费等几块；口径与2019年起的表格不同。", "The annex of the reports of 2014–2018; it counts otherwise than the tables since 2019."),
)  # fmt: skip
