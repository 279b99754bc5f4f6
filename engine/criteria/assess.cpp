#include <fmt/format.h>

#include <algorithm>

#include "engine/criteria/criteria.h"
#include "engine/criteria/evidence.h"
#include "engine/criteria/metrics.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

/// A comparison of a clause with what was measured for it.
struct Comparison {
  const Metric* metric = nullptr;
  Measurement measurement;
  Comparator comparator = Comparator::none;
  std::optional<double> threshold;
  bool by_whole = false;  ///< without a figure: all that is counted over must be there

  [[nodiscard]] bool decided() const {
    if (!measurement.measured() || metric->origin == Origin::forecast) return false;
    return by_whole ? measurement.whole > 0.0 : comparator != Comparator::none && threshold.has_value();
  }
  [[nodiscard]] bool met() const {
    return decided() && (by_whole ? measurement.part == measurement.whole : holds(metric->kind, measurement, comparator, *threshold));
  }
};

Comparison compare(const Facts& facts, const std::string& metric_name, const Rule& rule, Comparator comparator,
                   std::optional<double> threshold) {
  Comparison comparison{find_metric(metric_name), {}, comparator, threshold};
  PARKTWIN_CHECK(comparison.metric != nullptr, "a pack names an unknown metric: " + metric_name);
  comparison.measurement = comparison.metric->measure(facts, rule);
  return comparison;
}

Status status_of(const Comparison& comparison) {
  if (!comparison.decided()) return Status::not_assessed;
  return comparison.met() ? Status::met : Status::missed;
}

std::string text_of(Comparator comparator) { return comparator == Comparator::none ? std::string() : std::string(name_of(comparator)); }

Verdict unjudged(const Clause& clause) {
  Verdict verdict;
  verdict.id = clause.id;
  verdict.direction = clause.direction;
  verdict.title_en = clause.title.en;
  verdict.title_zh = clause.title.zh;
  verdict.threshold = clause.threshold;
  verdict.comparator = text_of(clause.comparator);
  verdict.unit = clause.unit;
  verdict.unit_en = clause.unit_en.empty() ? clause.unit : clause.unit_en;
  verdict.threshold_origin = clause.threshold || clause.threshold_by_size || !clause.any_of.empty()
                                 ? std::string(name_of(clause.threshold_origin))
                                 : std::string();
  verdict.definition_en = clause.definition.en;
  verdict.definition_zh = clause.definition.zh;
  return verdict;
}

void give_reason(Verdict& verdict, const std::string& en, const std::string& zh) {
  verdict.reason_en += (verdict.reason_en.empty() ? "" : "; ") + en;
  verdict.reason_zh += (verdict.reason_zh.empty() ? "" : "；") + zh;
}

/// Rounded so that a missed threshold never looks kept.
std::string shown_beside(double value, Comparator comparator) { return comparator == Comparator::at_most ? shown_up(value) : shown(value); }

/// Puts the figures of a comparison into the verdict, and its status.
void record(Verdict& verdict, const Comparison& comparison) {
  const Measurement& measurement = comparison.measurement;
  verdict.status = status_of(comparison);
  if (!measurement.measured()) {
    give_reason(verdict, measurement.unmeasured.en, measurement.unmeasured.zh);
    return;
  }
  verdict.value = value_of(comparison.metric->kind, measurement);
  verdict.numerator = measurement.part * measurement.scale;
  if (measurement.whole > 0.0) verdict.denominator = measurement.whole * measurement.scale;
  if (comparison.threshold) {
    const double above = *verdict.value - *comparison.threshold;
    verdict.margin = comparison.comparator == Comparator::at_most ? -above : above;
  }
  for (const Text& line : measurement.where) {
    verdict.where_en.push_back(line.en);
    verdict.where_zh.push_back(line.zh);
  }
  const std::string name(comparison.metric->name);
  verdict.sources.push_back(
      {comparison.metric->origin, measurement.subject.empty() ? name : name + ": " + measurement.subject, "", "", ""});
  if (verdict.status == Status::missed && comparison.by_whole) {
    const std::string part = shown(measurement.part);
    const std::string whole = shown(measurement.whole);
    give_reason(verdict, fmt::format("{} of {} that the condition names", part, whole), fmt::format("条件所列{}项中的{}项", whole, part));
  } else if (verdict.status == Status::missed) {
    const std::string value = shown_beside(*verdict.value, comparison.comparator);
    const std::string threshold = shown(*comparison.threshold);
    give_reason(verdict, fmt::format("{} {} where {} {} is required", value, verdict.unit_en, verdict.comparator, threshold),
                fmt::format("实际为{}{}，要求{}{}{}", value, verdict.unit, verdict.comparator, threshold, verdict.unit));
  }
}

Alternative alternative_of(const Comparison& comparison, const Text& definition) {
  Alternative alternative;
  alternative.definition_en = definition.en;
  alternative.definition_zh = definition.zh;
  alternative.status = status_of(comparison);
  alternative.origin = comparison.metric->origin;
  const Measurement& measurement = comparison.measurement;
  if (!measurement.measured()) return alternative;
  alternative.value = value_of(comparison.metric->kind, measurement);
  alternative.numerator = measurement.part * measurement.scale;
  alternative.denominator = measurement.whole * measurement.scale;
  return alternative;
}

/// A qualitative clause has no figure: its metric counts over what the clause names, and all of it must be there.
bool is_by_whole(const Clause& clause) {
  return clause.comparator == Comparator::none && !clause.threshold.has_value() && clause.missing.empty();
}

/// Threshold for a park of this size; none, with a reason, where the size is not known or no band fits.
void take_threshold_by_size(Verdict& verdict, const ThresholdBySize& by_size, const Facts& facts) {
  const Metric& metric = *find_metric(by_size.metric);
  const Measurement measurement = metric.measure(facts, {});
  if (!measurement.measured()) {
    give_reason(verdict, measurement.unmeasured.en, measurement.unmeasured.zh);
    return;
  }
  const double size = value_of(metric.kind, measurement);
  for (const auto& band : by_size.bands) {
    if (size < band.from || (band.up_to && size > *band.up_to)) continue;
    verdict.threshold = band.threshold;
    return;
  }
  const std::string& unit_en = by_size.unit_en.empty() ? by_size.unit : by_size.unit_en;
  give_reason(verdict, fmt::format("the condition has no threshold for a park of {} {}", shown(size), unit_en),
              fmt::format("条件未规定规模为{}{}的园区的门槛", shown(size), by_size.unit));
}

void record_metric(Verdict& verdict, const Clause& clause, const Facts& facts) {
  if (clause.metric.empty()) return;
  if (clause.threshold_by_size) take_threshold_by_size(verdict, *clause.threshold_by_size, facts);
  Comparison comparison = compare(facts, clause.metric, clause.rule, clause.comparator, verdict.threshold);
  comparison.by_whole = is_by_whole(clause);
  record(verdict, comparison);
}

void record_alternatives(Verdict& verdict, const Clause& clause, const Facts& facts) {
  for (const auto& other : clause.alternatives) {
    const auto threshold = other.threshold ? other.threshold : verdict.threshold;
    Comparison comparison = compare(facts, other.metric, other.rule, clause.comparator, threshold);
    comparison.by_whole = is_by_whole(clause);
    verdict.alternatives.push_back(alternative_of(comparison, other.definition));
  }
}

/// The first condition that is met speaks for the clause; it is missed only when every condition was measured and missed.
void record_any_of(Verdict& verdict, const Clause& clause, const Facts& facts) {
  const Condition* speaking = nullptr;
  std::optional<Comparison> spoken;
  bool all_decided = true;
  for (const auto& condition : clause.any_of) {
    if (condition.metric.empty()) {
      all_decided = false;
      continue;
    }
    const auto comparison = compare(facts, condition.metric, condition.rule, condition.comparator, condition.threshold);
    verdict.alternatives.push_back(alternative_of(comparison, condition.definition));
    all_decided = all_decided && comparison.decided();
    if (!spoken || (comparison.met() && !spoken->met())) {
      spoken = comparison;
      speaking = &condition;
    }
  }
  if (!spoken) return;
  verdict.threshold = speaking->threshold;
  verdict.comparator = text_of(speaking->comparator);
  verdict.unit = speaking->unit;
  verdict.unit_en = speaking->unit_en.empty() ? speaking->unit : speaking->unit_en;
  record(verdict, *spoken);
  if (verdict.status == Status::missed && !all_decided) {
    verdict.status = Status::not_assessed;
    give_reason(verdict, "another condition that would do was not measured", "另一可替代条件未测算");
  }
}

bool has_number(const Clause& clause) {
  return !clause.metric.empty() ||
         std::any_of(clause.any_of.begin(), clause.any_of.end(), [](const Condition& c) { return !c.metric.empty(); });
}

/// What documents say. Without a number they decide alone; beside one they can only take a verdict away.
void record_documents(Verdict& verdict, const Clause& clause, const Park& park, const std::string& assessed_on) {
  if (clause.documents == DocumentNeed::none) return;
  const EvidenceState evidence = evidence_for(clause.id, park, assessed_on);
  const auto& shown_documents = evidence.valid.empty() ? evidence.invalid : evidence.valid;
  verdict.sources.insert(verdict.sources.end(), shown_documents.begin(), shown_documents.end());
  if (!evidence.valid.empty()) {
    if (!has_number(clause)) verdict.status = Status::declared;
    return;
  }
  if (clause.documents == DocumentNeed::supporting) {
    give_reason(verdict, "not backed by a document: " + evidence.reason.en, "缺少佐证文件：" + evidence.reason.zh);
    return;
  }
  if (clause.documents == DocumentNeed::required && (!has_number(clause) || verdict.status == Status::met)) verdict.status = Status::missed;
  give_reason(verdict, evidence.reason.en, evidence.reason.zh);
}

Verdict judge(const Clause& clause, const Facts& facts, const std::string& assessed_on) {
  Verdict verdict = unjudged(clause);
  record_metric(verdict, clause, facts);
  record_any_of(verdict, clause, facts);
  record_alternatives(verdict, clause, facts);
  record_documents(verdict, clause, facts.park, assessed_on);
  if (!clause.missing.empty()) {
    verdict.status = Status::not_assessed;
    give_reason(verdict, clause.missing.en, clause.missing.zh);
    for (auto& alternative : verdict.alternatives) alternative.status = Status::not_assessed;
  }
  return verdict;
}

bool is_good(Status status) { return status == Status::met || status == Status::declared; }

/// Where one option of a choose-one direction is complete, what the other options lack is not asked for.
void settle_choices(const Pack& pack, std::vector<Verdict>& verdicts) {
  for (const auto& direction : pack.directions) {
    for (const auto& option : direction.choose_one) {
      std::size_t asked = 0;
      bool complete = true;
      for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (pack.clauses[i].direction != direction.id || pack.clauses[i].option != option.id) continue;
        ++asked;
        complete = complete && is_good(verdicts[i].status);
      }
      if (asked == 0 || !complete) continue;
      for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Clause& clause = pack.clauses[i];
        if (clause.direction != direction.id || clause.option.empty() || clause.option == option.id || verdicts[i].status != Status::missed)
          continue;
        verdicts[i].status = Status::not_assessed;
        give_reason(verdicts[i], fmt::format("not asked for: one option of the direction is enough and \"{}\" is complete", option.name.en),
                    fmt::format("无需满足：该方向任选其一，“{}”已满足", option.name.zh));
      }
    }
  }
}

}  // namespace

std::vector<Verdict> assess(const Results& results, const Park& park, const Pack& pack, const std::string& assessed_on) {
  return LiveAssessment().assess(results, park, pack, assessed_on);
}

LiveAssessment::LiveAssessment() : land_(std::make_unique<LandMemory>()) {}

LiveAssessment::~LiveAssessment() = default;

std::vector<Verdict> LiveAssessment::assess(const Results& results, const Park& park, const Pack& pack, const std::string& assessed_on) {
  const Facts facts{results, park, std::make_shared<JudgedGround>(results, park, land_.get())};
  std::vector<Verdict> verdicts;
  verdicts.reserve(pack.clauses.size());
  for (const auto& clause : pack.clauses) verdicts.push_back(judge(clause, facts, assessed_on));
  settle_choices(pack, verdicts);
  return verdicts;
}

std::vector<std::string> judged_maps() {
  return {"/results/radio/rsrp_dbm",
          "/results/radio/sinr_db",
          "/results/radio/place",
          "/results/radio/shadowing_deviation_db",
          "/results/radio/throughput_down_mbit_s",
          "/results/radio/throughput_up_mbit_s",
          "/results/radio/wifi/level_dbm",
          "/results/radio/wifi/access_point"};
}

}  // namespace parktwin::criteria
