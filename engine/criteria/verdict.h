#pragma once
// A verdict: one clause, what was measured, against what, and where it fails. Nothing is met by default.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::criteria {

enum class Status { met, missed, not_assessed, declared };

constexpr auto names_of(Status) {
  return std::to_array<EnumName<Status>>(
      {{Status::met, "met"}, {Status::missed, "missed"}, {Status::not_assessed, "not_assessed"}, {Status::declared, "declared"}});
}

/// A forecast is what a model expects of a later day: it is shown and decides nothing.
enum class Origin { simulated, counted, declared, forecast };

constexpr auto names_of(Origin) {
  return std::to_array<EnumName<Origin>>(
      {{Origin::simulated, "simulated"}, {Origin::counted, "counted"}, {Origin::declared, "declared"}, {Origin::forecast, "forecast"}});
}

/// The same clause under another definition.
struct Alternative {
  std::string definition_en;
  std::string definition_zh;
  double value = 0.0;
  double numerator = 0.0;
  double denominator = 0.0;
  Status status = Status::not_assessed;
  Origin origin = Origin::simulated;
};

template <class Visitor, DescribedAs<Alternative> Self>
void describe(Visitor&& visit, Self& alternative) {
  visit(Field{"definition_en", "", "what is counted over what, English"}, alternative.definition_en);
  visit(Field{"definition_zh", "", "what is counted over what, Chinese"}, alternative.definition_zh);
  visit(Field{"value", "", "value in the clause's unit"}, alternative.value);
  visit(Field{"numerator", "", "what was counted"}, alternative.numerator);
  visit(Field{"denominator", "", "over what; 0 for plain counts"}, alternative.denominator);
  visit(Field{"status", "", "verdict under this definition"}, alternative.status);
  visit(Field{"origin", "", "simulated, counted, or a forecast, which is never judged"}, alternative.origin);
}

/// Where an input of the verdict comes from.
struct InputSource {
  Origin origin = Origin::simulated;
  std::string what;             ///< metric or document title
  std::string document_number;  ///< of a declared input
  std::string issuer;
  std::string valid_until;
};

template <class Visitor, DescribedAs<InputSource> Self>
void describe(Visitor&& visit, Self& source) {
  visit(Field{"origin", "", "simulated, counted, declared or forecast"}, source.origin);
  visit(Field{"what", "", "metric or title of the document"}, source.what);
  visit(Field{"document_number", "", "number of the document"}, source.document_number);
  visit(Field{"issuer", "", "who issued it"}, source.issuer);
  visit(Field{"valid_until", "", "last day of validity"}, source.valid_until);
}

struct Verdict {
  std::string id;         ///< clause: "K1-Q3"
  std::string direction;  ///< "K1"
  std::string title_en;
  std::string title_zh;
  Status status = Status::not_assessed;
  std::optional<double> value;
  std::optional<double> threshold;
  std::string comparator;  ///< ">=", "<=", "=", or empty for a qualitative clause
  std::string unit;
  std::string unit_en;           ///< the unit in English: "enterprises" for 家
  std::string threshold_origin;  ///< official, secondary or user
  std::optional<double> margin;  ///< value − threshold, of "<=" threshold − value, in the unit; negative: missing
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::string definition_en;
  std::string definition_zh;
  std::string reason_en;  ///< why missed or not assessed
  std::string reason_zh;
  std::vector<std::string> where_en;  ///< names and ids of what is unserved, largest first
  std::vector<std::string> where_zh;  ///< the same, line by line, in Chinese
  std::vector<InputSource> sources;
  std::vector<Alternative> alternatives;
};

template <class Visitor, DescribedAs<Verdict> Self>
void describe(Visitor&& visit, Self& verdict) {
  visit(Field{"id", "", "clause"}, verdict.id);
  visit(Field{"direction", "", "direction of the document"}, verdict.direction);
  visit(Field{"title_en", "", "clause in short, English"}, verdict.title_en);
  visit(Field{"title_zh", "", "clause in short, Chinese"}, verdict.title_zh);
  visit(Field{"status", "", "met, missed, not_assessed or declared"}, verdict.status);
  visit(Field{"value", "", "measured value"}, verdict.value);
  visit(Field{"threshold", "", "threshold"}, verdict.threshold);
  visit(Field{"comparator", "", "how they are compared"}, verdict.comparator);
  visit(Field{"unit", "", "unit of value and threshold"}, verdict.unit);
  visit(Field{"unit_en", "", "that unit in English"}, verdict.unit_en);
  visit(Field{"threshold_origin", "", "official, secondary or user"}, verdict.threshold_origin);
  visit(Field{"margin", "", "by how much the threshold is kept; negative: missed"}, verdict.margin);
  visit(Field{"numerator", "", "what was counted"}, verdict.numerator);
  visit(Field{"denominator", "", "over what"}, verdict.denominator);
  visit(Field{"definition_en", "", "what is counted over what, English"}, verdict.definition_en);
  visit(Field{"definition_zh", "", "what is counted over what, Chinese"}, verdict.definition_zh);
  visit(Field{"reason_en", "", "why missed or not assessed, English"}, verdict.reason_en);
  visit(Field{"reason_zh", "", "why missed or not assessed, Chinese"}, verdict.reason_zh);
  visit(Field{"where_en", "", "what is unserved, English"}, verdict.where_en);
  visit(Field{"where_zh", "", "what is unserved, Chinese"}, verdict.where_zh);
  visit(Field{"sources", "", "where the inputs come from"}, verdict.sources);
  visit(Field{"alternatives", "", "the verdict under other definitions"}, verdict.alternatives);
}

}  // namespace parktwin::criteria
