#pragma once
// A criteria pack as read from YAML: directions and their clauses. A clause compares a named metric with a threshold, or needs documents in
// the evidence register, or both; a qualitative clause with a metric and no threshold is met when all that the metric counts over is there.
// A clause with a `missing` text is never met, because something its condition asks for is not modelled.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/figure_origin.h"
#include "engine/criteria/rule.h"
#include "engine/criteria/text.h"
#include "engine/criteria/verdict.h"

namespace parktwin::criteria {

/// number: a figure in the official text; implied: a figure that follows from its wording; qualitative: no figure.
enum class ClauseKind { number, implied, qualitative };

constexpr auto names_of(ClauseKind) {
  return std::to_array<EnumName<ClauseKind>>(
      {{ClauseKind::number, "number"}, {ClauseKind::implied, "implied"}, {ClauseKind::qualitative, "qualitative"}});
}

enum class Comparator { none, at_least, at_most, equal };

constexpr auto names_of(Comparator) {
  return std::to_array<EnumName<Comparator>>(
      {{Comparator::none, "none"}, {Comparator::at_least, ">="}, {Comparator::at_most, "<="}, {Comparator::equal, "="}});
}

/// What documents do for a clause: nothing; they back a number that decides alone; the clause is missed without a valid one; or it is not
/// assessed without one, because nothing else could show it.
enum class DocumentNeed { none, supporting, required, deciding };

constexpr auto names_of(DocumentNeed) {
  return std::to_array<EnumName<DocumentNeed>>({{DocumentNeed::none, "none"},
                                                {DocumentNeed::supporting, "supporting"},
                                                {DocumentNeed::required, "required"},
                                                {DocumentNeed::deciding, "deciding"}});
}

/// One of several sets of clauses of a direction, of which one has to be satisfied (二选一).
struct DirectionOption {
  std::string id;
  Text name;
};

template <class Visitor, DescribedAs<DirectionOption> Self>
void describe(Visitor&& visit, Self& option) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique in its direction", .required = true}, option.id);
  visit(Field{.name = "name", .unit = "", .meaning = "name of the option", .required = true}, option.name);
}

struct Direction {
  std::string id;
  Text class_name;
  Text name;
  std::vector<DirectionOption> choose_one;
};

template <class Visitor, DescribedAs<Direction> Self>
void describe(Visitor&& visit, Self& direction) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, direction.id);
  visit(Field{.name = "class", .unit = "", .meaning = "class of the document the direction belongs to", .required = true},
        direction.class_name);
  visit(Field{.name = "name", .unit = "", .meaning = "name of the direction", .required = true}, direction.name);
  visit(Field{"choose_one", "", "options of which one has to be satisfied"}, direction.choose_one);
}

/// The same clause counted otherwise.
struct AlternativeDefinition {
  std::string metric;
  Rule rule;
  std::optional<double> threshold;  ///< the clause's when none
  Text definition;
};

template <class Visitor, DescribedAs<AlternativeDefinition> Self>
void describe(Visitor&& visit, Self& alternative) {
  visit(Field{.name = "metric", .unit = "", .meaning = "name of the metric", .required = true}, alternative.metric);
  visit(Field{"rule", "", "thresholds the metric is taken with"}, alternative.rule);
  visit(Field{"threshold", "", "threshold under this definition; the clause's when left out"}, alternative.threshold);
  visit(Field{.name = "definition", .unit = "", .meaning = "what is counted over what", .required = true}, alternative.definition);
}

/// One of several comparisons of a clause that is met as soon as one of them is.
struct Condition {
  Comparator comparator = Comparator::none;
  std::optional<double> threshold;
  std::string unit;
  std::string unit_en;
  std::string metric;
  Rule rule;
  Text definition;
};

template <class Visitor, DescribedAs<Condition> Self>
void describe(Visitor&& visit, Self& condition) {
  visit(Field{.name = "comparator", .unit = "", .meaning = "how value and threshold are compared", .required = true}, condition.comparator);
  visit(Field{.name = "threshold", .unit = "", .meaning = "threshold in the unit", .required = true}, condition.threshold);
  visit(Field{.name = "unit", .unit = "", .meaning = "unit as the official text writes it", .required = true}, condition.unit);
  visit(Field{"unit_en", "", "unit in English"}, condition.unit_en);
  visit(Field{"metric", "", "name of the metric; none: only documents can show it"}, condition.metric);
  visit(Field{"rule", "", "thresholds the metric is taken with"}, condition.rule);
  visit(Field{.name = "definition", .unit = "", .meaning = "what is counted over what", .required = true}, condition.definition);
}

/// A threshold for parks of some size.
struct ThresholdBand {
  double from = 0.0;
  std::optional<double> up_to;  ///< without end when none
  double threshold = 0.0;
};

template <class Visitor, DescribedAs<ThresholdBand> Self>
void describe(Visitor&& visit, Self& band) {
  visit(Field{.name = "from", .unit = "", .meaning = "smallest size it holds for", .required = true}, band.from);
  visit(Field{"up_to", "", "largest size it holds for; without end when left out"}, band.up_to);
  visit(Field{.name = "threshold", .unit = "", .meaning = "threshold in the unit of the clause", .required = true}, band.threshold);
}

/// Thresholds that depend on how large the park is by another metric; the first band that fits decides, both of its ends included.
struct ThresholdBySize {
  std::string metric;
  std::string unit;
  std::string unit_en;
  std::vector<ThresholdBand> bands;
};

template <class Visitor, DescribedAs<ThresholdBySize> Self>
void describe(Visitor&& visit, Self& by_size) {
  visit(Field{.name = "metric", .unit = "", .meaning = "name of the metric that says how large the park is", .required = true},
        by_size.metric);
  visit(Field{.name = "unit", .unit = "", .meaning = "unit of the size", .required = true}, by_size.unit);
  visit(Field{"unit_en", "", "unit of the size in English"}, by_size.unit_en);
  visit(Field{.name = "bands", .unit = "", .meaning = "thresholds by size; a park outside of all is not assessed", .required = true},
        by_size.bands);
}

struct Clause {
  std::string id;
  std::string direction;
  std::string option;
  ClauseKind kind = ClauseKind::qualitative;
  Text title;
  Text text;
  Comparator comparator = Comparator::none;
  std::optional<double> threshold;
  std::optional<ThresholdBySize> threshold_by_size;  ///< instead of a threshold
  std::string unit;
  std::string unit_en;
  std::vector<Condition> any_of;
  FigureOrigin threshold_origin = FigureOrigin::official;
  std::vector<Origin> modes;
  Text definition;
  DocumentNeed documents = DocumentNeed::none;
  std::vector<Text> evidence;
  std::string metric;
  Rule rule;
  Text missing;
  std::vector<AlternativeDefinition> alternatives;
};

template <class Visitor, DescribedAs<Clause> Self>
void describe(Visitor&& visit, Self& clause) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id, e.g. K1-Q3", .required = true}, clause.id);
  visit(Field{.name = "direction", .unit = "", .meaning = "direction it belongs to", .required = true}, clause.direction);
  visit(Field{"option", "", "option of a choose-one direction it belongs to"}, clause.option);
  visit(Field{.name = "kind", .unit = "", .meaning = "number, implied or qualitative", .required = true}, clause.kind);
  visit(Field{.name = "title", .unit = "", .meaning = "the clause in a few words", .required = true}, clause.title);
  visit(Field{.name = "text", .unit = "", .meaning = "the condition in a sentence", .required = true}, clause.text);
  visit(Field{"comparator", "", "how value and threshold are compared"}, clause.comparator);
  visit(Field{"threshold", "", "threshold in the unit"}, clause.threshold);
  visit(Field{"threshold_by_size", "", "instead of a threshold: one for each size of the park"}, clause.threshold_by_size);
  visit(Field{"unit", "", "unit as the official text writes it"}, clause.unit);
  visit(Field{"unit_en", "", "unit in English"}, clause.unit_en);
  visit(Field{"any_of", "", "comparisons of which one has to hold, instead of comparator, threshold and metric"}, clause.any_of);
  visit(Field{"threshold_origin", "", "who set the threshold"}, clause.threshold_origin);
  visit(Field{.name = "modes", .unit = "", .meaning = "how the clause can be shown, main mode first", .required = true}, clause.modes);
  visit(Field{.name = "definition", .unit = "", .meaning = "what is counted over what", .required = true}, clause.definition);
  visit(Field{"documents", "", "none, supporting, required or deciding"}, clause.documents);
  visit(Field{"evidence", "", "what an evaluator asks to see"}, clause.evidence);
  visit(Field{"metric", "", "name of the metric that measures it"}, clause.metric);
  visit(Field{"rule", "", "thresholds the metric is taken with"}, clause.rule);
  visit(Field{"missing", "", "what the model lacks to assess the clause; such a clause is never met"}, clause.missing);
  visit(Field{"alternatives", "", "the clause under other definitions"}, clause.alternatives);
}

struct Pack {
  std::string name;
  Text title;
  std::string source;
  std::vector<Direction> directions;
  std::vector<Clause> clauses;
};

template <class Visitor, DescribedAs<Pack> Self>
void describe(Visitor&& visit, Self& pack) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the pack, e.g. miit-2021", .required = true}, pack.name);
  visit(Field{.name = "title", .unit = "", .meaning = "title of the document", .required = true}, pack.title);
  visit(Field{"source", "", "where the conditions come from"}, pack.source);
  visit(Field{.name = "directions", .unit = "", .meaning = "directions one can apply for", .required = true}, pack.directions);
  visit(Field{.name = "clauses", .unit = "", .meaning = "conditions", .required = true}, pack.clauses);
}

}  // namespace parktwin::criteria
