#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/core/nearest_name.h"
#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/criteria/metrics.h"

namespace parktwin::criteria {
namespace {

/// Problems of one file, added at a node.
struct Reporter {
  const std::string& file;
  Problems& problems;

  void add(const YAML::Node& node, const std::string& message) const { problems.add(file, yaml::place_of(node), message); }
};

/// The records of a list that could be read, each with its node. What could not was reported by the strict reading of the whole.
template <class T>
std::vector<std::pair<YAML::Node, T>> readable(const YAML::Node& list) {
  std::vector<std::pair<YAML::Node, T>> records;
  if (!list.IsDefined() || !list.IsSequence()) return records;
  for (const auto& node : list) {
    Problems reported_already;
    T record;
    if (node.IsMap() && yaml::read_described(node, record, "", reported_already)) records.emplace_back(node, std::move(record));
  }
  return records;
}

void check_metric(const YAML::Node& node, const std::string& name, const std::string& unit, const Reporter& report) {
  const Metric* metric = find_metric(name);
  if (metric == nullptr) {
    std::vector<std::string_view> names;
    std::string all;
    for (const auto& known : metrics()) {
      names.push_back(known.name);
      all += (all.empty() ? "one of " : ", ") + std::string(known.name);
    }
    const std::string close(nearest_name(name, names));
    report.add(node["metric"],
               "metric: found \"" + name + "\", expected " + (close.empty() ? all : "a metric (did you mean " + close + "?)"));
    return;
  }
  if (!unit.empty() && (metric->kind == MetricKind::share) != (unit == "%")) {
    constexpr std::array<const char*, 3> yields = {"percentage", "count", "ratio"};
    report.add(node["metric"], fmt::format("metric: {} yields a {}, which does not fit the unit {}", name,
                                           yields.at(static_cast<std::size_t>(metric->kind)), unit));
  }
  const YAML::Node rule = node["rule"];
  if (!rule.IsDefined() || !rule.IsMap()) return;
  for (const auto& entry : rule) {
    const std::string key = entry.first.as<std::string>();
    if (std::find(metric->rule_fields.begin(), metric->rule_fields.end(), key) == metric->rule_fields.end()) {
      report.add(entry.first, fmt::format("rule: {} has no effect on the metric {}", key, name));
    }
  }
}

/// A metric that may be left out, and then the rule with it.
void check_measure(const YAML::Node& node, const std::string& metric, const std::string& unit, const Reporter& report) {
  if (!metric.empty()) {
    check_metric(node, metric, unit, report);
  } else if (node["rule"].IsDefined()) {
    report.add(node["rule"], "rule: found without a metric, expected both or neither");
  }
}

void check_text(const YAML::Node& node, const char* key, const Text& text, const Reporter& report) {
  const YAML::Node entry = node[key];
  if (entry.IsDefined() && (text.en.empty() || text.zh.empty()))
    report.add(entry, fmt::format("{}: found an empty text, expected one in each language", key));
}

void check_bands(const YAML::Node& node, const Clause& clause, const Reporter& report) {
  const YAML::Node entry = node["threshold_by_size"];
  if (clause.threshold) report.add(entry, "threshold_by_size: found beside a threshold, expected one or the other");
  if (clause.metric.empty()) report.add(entry, "threshold_by_size: found without a metric, expected what is compared with the threshold");
  if (clause.unit.empty()) report.add(node, "unit: missing, expected the unit of the thresholds");
  if (clause.threshold_by_size->bands.empty()) report.add(entry["bands"], "bands: found an empty list, expected a threshold for each size");
  check_metric(entry, clause.threshold_by_size->metric, clause.threshold_by_size->unit, report);
  for (std::size_t i = 0; i < clause.threshold_by_size->bands.size(); ++i) {
    const ThresholdBand& band = clause.threshold_by_size->bands[i];
    if (band.up_to && *band.up_to < band.from)
      report.add(entry["bands"][i], fmt::format("up_to: found {}, expected at least {}", *band.up_to, band.from));
  }
}

void check_threshold(const YAML::Node& node, const Clause& clause, const Reporter& report) {
  const bool has_comparator = clause.comparator != Comparator::none;
  if (clause.threshold_by_size) check_bands(node, clause, report);
  if (has_comparator != (clause.threshold.has_value() || clause.threshold_by_size.has_value()))
    report.add(node, "comparator and threshold: found one without the other, expected both or neither");
  if (clause.threshold && clause.unit.empty()) report.add(node, "unit: missing, expected the unit of the threshold");
  if (clause.threshold && !clause.any_of.empty()) report.add(node["any_of"], "any_of: found beside a threshold, expected one or the other");
  if (!clause.metric.empty() && !clause.any_of.empty())
    report.add(node["any_of"], "any_of: found beside a metric, expected one or the other");
  const bool has_figure = clause.threshold || clause.threshold_by_size || !clause.any_of.empty();
  if (clause.kind != ClauseKind::qualitative && !has_figure) {
    report.add(node, fmt::format("threshold: missing, expected one in a clause of kind {}", name_of(clause.kind)));
  }
  if (clause.kind == ClauseKind::qualitative && has_figure && clause.threshold_origin != FigureOrigin::user)
    report.add(node["kind"], "kind: found a threshold that is not the user's own in a clause of kind qualitative");
  for (std::size_t i = 0; i < clause.any_of.size(); ++i) {
    const Condition& condition = clause.any_of[i];
    const YAML::Node entry = node["any_of"][i];
    if (condition.comparator == Comparator::none) report.add(entry["comparator"], "comparator: found none, expected >=, <= or =");
    if (!condition.threshold) report.add(entry["threshold"], "threshold: found nothing, expected a number");
    check_measure(entry, condition.metric, condition.unit, report);
    check_text(entry, "definition", condition.definition, report);
  }
}

bool any_metric(const Clause& clause) {
  return !clause.metric.empty() ||
         std::any_of(clause.any_of.begin(), clause.any_of.end(), [](const Condition& condition) { return !condition.metric.empty(); });
}

bool is_forecast(const std::string& name) {
  const Metric* metric = find_metric(name);
  return metric != nullptr && metric->origin == Origin::forecast;
}

std::string forecast_decides(const std::string& name) {
  return fmt::format("metric: found {}, a forecast, expected one of today; forecasts can only be alternatives", name);
}

void check_proof(const YAML::Node& node, const Clause& clause, const Reporter& report) {
  if (clause.modes.empty()) report.add(node["modes"], "modes: found an empty list, expected simulated, counted or declared");
  if (std::set<Origin>(clause.modes.begin(), clause.modes.end()).size() != clause.modes.size())
    report.add(node["modes"], "modes: found a mode twice");
  if (std::find(clause.modes.begin(), clause.modes.end(), Origin::forecast) != clause.modes.end())
    report.add(node["modes"], "modes: found forecast, expected simulated, counted or declared");
  if (is_forecast(clause.metric)) report.add(node["metric"], forecast_decides(clause.metric));
  for (const auto& condition : clause.any_of) {
    if (is_forecast(condition.metric)) report.add(node["any_of"], forecast_decides(condition.metric));
  }
  const bool declared = std::find(clause.modes.begin(), clause.modes.end(), Origin::declared) != clause.modes.end();
  if (declared != (clause.documents != DocumentNeed::none)) {
    report.add(node, fmt::format("documents: found {}, expected {} in a clause whose modes {} declared", name_of(clause.documents),
                                 declared ? "supporting, required or deciding" : "none", declared ? "include" : "do not include"));
  }
  if (declared && clause.evidence.empty()) report.add(node, "evidence: missing, expected what documents a declared clause needs");
  if (clause.documents == DocumentNeed::deciding && any_metric(clause))
    report.add(node["documents"], "documents: found deciding beside a metric, expected supporting or required");
  const bool decides = any_metric(clause) || clause.documents == DocumentNeed::required || clause.documents == DocumentNeed::deciding;
  if (!decides && clause.missing.empty()) {
    report.add(node, "missing: missing, expected what the model lacks in a clause with neither a metric nor documents that decide");
  }
  const bool comparable = clause.comparator != Comparator::none || !clause.any_of.empty();
  if (!clause.metric.empty() && !comparable && clause.missing.empty() && clause.kind != ClauseKind::qualitative) {
    report.add(node["metric"], "metric: found without a threshold, expected a threshold or what the model lacks (missing)");
  }
  if (clause.metric.empty() && !clause.alternatives.empty())
    report.add(node["alternatives"], "alternatives: found in a clause without a metric");
}

void check_clause(const YAML::Node& node, const Clause& clause, const Reporter& report) {
  check_text(node, "title", clause.title, report);
  check_text(node, "text", clause.text, report);
  check_text(node, "definition", clause.definition, report);
  check_text(node, "missing", clause.missing, report);
  check_threshold(node, clause, report);
  check_proof(node, clause, report);
  check_measure(node, clause.metric, clause.unit, report);
  for (std::size_t i = 0; i < clause.alternatives.size(); ++i) {
    const YAML::Node entry = node["alternatives"][i];
    check_metric(entry, clause.alternatives[i].metric, clause.unit, report);
    check_text(entry, "definition", clause.alternatives[i].definition, report);
  }
}

using Options = std::map<std::string, std::set<std::string>>;

/// Options by direction; reports what is wrong with directions.
Options check_directions(const YAML::Node& list, const Reporter& report) {
  Options options;
  for (const auto& [node, direction] : readable<Direction>(list)) {
    if (direction.id.empty()) report.add(node["id"], "id: found an empty text, expected an id");
    if (options.contains(direction.id)) report.add(node["id"], fmt::format("id: found {} twice among the directions", direction.id));
    check_text(node, "class", direction.class_name, report);
    check_text(node, "name", direction.name, report);
    auto& own = options[direction.id];
    for (const auto& option : direction.choose_one) {
      if (!own.insert(option.id).second) report.add(node["choose_one"], fmt::format("choose_one: found the option {} twice", option.id));
    }
    if (own.size() == 1) report.add(node["choose_one"], "choose_one: found one option, expected at least two");
  }
  return options;
}

void check_references(const YAML::Node& node, const Clause& clause, const Options& options, const Reporter& report) {
  const auto direction = options.find(clause.direction);
  if (direction == options.end()) {
    report.add(node["direction"], fmt::format("direction: found {}, expected the id of a direction of this pack", clause.direction));
    return;
  }
  if (!clause.option.empty() && !direction->second.contains(clause.option)) {
    report.add(node["option"], fmt::format("option: found {}, expected an option of direction {}", clause.option, clause.direction));
  }
}

}  // namespace

Pack read_pack(const std::filesystem::path& file) {
  const auto document = yaml::read_document(file);
  Problems problems;
  const Reporter report{document.file, problems};
  Pack pack;
  yaml::read_described(document.root, pack, document.file, problems);
  if (document.root.IsMap()) {
    const Options options = check_directions(document.root["directions"], report);
    std::set<std::string> ids;
    for (const auto& [node, clause] : readable<Clause>(document.root["clauses"])) {
      if (clause.id.empty()) report.add(node["id"], "id: found an empty text, expected an id");
      if (!ids.insert(clause.id).second) report.add(node["id"], fmt::format("id: found {} twice among the clauses", clause.id));
      check_references(node, clause, options, report);
      check_clause(node, clause, report);
    }
    if (problems.empty() && pack.clauses.empty()) report.add(document.root["clauses"], "clauses: found an empty list, expected conditions");
  }
  problems.throw_if_any();
  return pack;
}

}  // namespace parktwin::criteria
