#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/core/yaml_reader.h"
#include "importers/source_mapping/expression.h"
#include "importers/source_mapping/unit_conversion.h"

namespace parktwin::importers {
namespace {

constexpr std::array<std::string_view, 13> expression_keys{"constant",  "field", "first", "join", "when",   "separator", "lookup",
                                                           "otherwise", "unit",  "times", "plus", "prefix", "guess"};
constexpr std::array<std::string_view, 2> case_keys{"if", "then"};
constexpr std::array<std::string_view, 9> condition_keys{"field",    "first", "join",  "equals", "one_of",
                                                         "contains", "above", "below", "present"};
constexpr int deepest = 20;

class ExpressionReading {
 public:
  ExpressionReading(const std::string& file, const std::filesystem::path& folder, Problems& problems)
      : file_(file), folder_(folder), problems_(problems) {}

  Expression read(const YAML::Node& node, int depth) {
    Expression result;
    result.place = yaml::place_of(node);
    if (depth > deepest) {
      add(node, fmt::format("found more than {} expressions inside each other", deepest));
    } else if (node.IsScalar()) {
      result.kind = Expression::Kind::column;
      result.column = node.Scalar();
      if (result.column.empty()) add(node, "found an empty text, expected the name of a column");
    } else if (!node.IsMap()) {
      add(node, fmt::format("found {}, expected the name of a column or one of constant, field, first, join, when", yaml::found(node)));
    } else {
      read_mapping(node, depth, result);
    }
    return result;
  }

 private:
  void add(const YAML::Node& node, std::string message) { problems_.add(file_, yaml::place_of(node), std::move(message)); }

  void read_mapping(const YAML::Node& node, int depth, Expression& result) {
    if (!yaml::check_keys(node, expression_keys, file_, problems_)) return;
    read_head(node, depth, result);
    if (const auto table = node["lookup"]; table.IsDefined()) read_lookup(table, result);
    if (const auto other = node["otherwise"]; other.IsDefined()) result.otherwise.push_back(read(other, depth + 1));
    if (const auto unit = node["unit"]; unit.IsDefined() && yaml::read(unit, result.unit, file_, problems_)) {
      if (!unit_factor(result.unit, result.unit)) add(unit, fmt::format("unit: found \"{}\", which is no unit known here", result.unit));
    }
    read_number(node["times"], "times", result.times);
    read_number(node["plus"], "plus", result.plus);
    if (const auto text = node["prefix"]; text.IsDefined()) static_cast<void>(yaml::read(text, result.prefix, file_, problems_));
    if (const auto text = node["separator"]; text.IsDefined()) static_cast<void>(yaml::read(text, result.separator, file_, problems_));
    if (const auto flag = node["guess"]; flag.IsDefined()) static_cast<void>(yaml::read(flag, result.guess, file_, problems_));
  }

  void read_head(const YAML::Node& node, int depth, Expression& result) {
    int heads = 0;
    for (const char* key : {"constant", "field", "first", "join", "when"}) heads += node[key].IsDefined() ? 1 : 0;
    if (heads != 1) {
      add(node, fmt::format("found {} of constant, field, first, join and when, expected one of them", heads == 0 ? "none" : "several"));
      return;
    }
    if (const auto constant = node["constant"]; constant.IsDefined()) {
      result.kind = Expression::Kind::constant;
      if (constant.IsScalar()) {
        result.constant = constant.Scalar();
      } else {
        add(constant, fmt::format("constant: found {}, expected a single value", yaml::found(constant)));
      }
    } else if (const auto column = node["field"]; column.IsDefined()) {
      result.kind = Expression::Kind::column;
      static_cast<void>(yaml::read(column, result.column, file_, problems_));
    } else if (const auto cases = node["when"]; cases.IsDefined()) {
      result.kind = Expression::Kind::when;
      read_cases(cases, depth, result);
    } else {
      const bool first = node["first"].IsDefined();
      result.kind = first ? Expression::Kind::first : Expression::Kind::join;
      const auto parts = first ? node["first"] : node["join"];
      if (!parts.IsSequence() || parts.size() == 0) {
        add(parts, fmt::format("{}: found {}, expected a list of expressions", first ? "first" : "join", yaml::found(parts)));
        return;
      }
      for (const auto& part : parts) result.parts.push_back(read(part, depth + 1));
    }
  }

  void read_number(const YAML::Node& node, std::string_view name, std::optional<double>& into) {
    double number = 0.0;
    if (node.IsDefined() && yaml::read(node, number, Field{name, "", ""}, file_, problems_)) into = number;
  }

  void read_cases(const YAML::Node& node, int depth, Expression& result) {
    if (!node.IsSequence()) {
      add(node, fmt::format("when: found {}, expected a list of {{if: …, then: …}}", yaml::found(node)));
      return;
    }
    for (const auto& entry : node) {
      if (!yaml::check_keys(entry, case_keys, file_, problems_) || !entry.IsMap()) continue;
      if (!entry["if"].IsDefined() || !entry["then"].IsDefined()) {
        add(entry, "found only one of if and then, expected both");
        continue;
      }
      Case one;
      if (!read_condition(entry["if"], depth, one.condition)) continue;
      one.then = read(entry["then"], depth + 1);
      result.cases.push_back(std::move(one));
    }
  }

 public:
  bool read_condition(const YAML::Node& node, int depth, Condition& condition) {
    if (!yaml::check_keys(node, condition_keys, file_, problems_) || !node.IsMap()) return false;
    Expression subject;
    subject.place = yaml::place_of(node);
    const auto before = problems_.list().size();
    read_head(node, depth, subject);
    condition.subject.push_back(std::move(subject));
    if (const auto text = node["equals"]; text.IsDefined()) {
      if (text.IsScalar()) condition.equals = text.Scalar();
      if (!text.IsScalar()) add(text, fmt::format("equals: found {}, expected a single value", yaml::found(text)));
    }
    if (const auto list = node["one_of"]; list.IsDefined()) read_texts(list, condition.one_of);
    if (const auto text = node["contains"]; text.IsDefined() && text.IsScalar()) condition.contains = text.Scalar();
    read_number(node["above"], "above", condition.above);
    read_number(node["below"], "below", condition.below);
    bool flag = false;
    if (const auto present = node["present"]; present.IsDefined() && yaml::read(present, flag, file_, problems_)) condition.present = flag;
    const bool tests =
        condition.equals || !condition.one_of.empty() || condition.contains || condition.above || condition.below || condition.present;
    if (!tests) add(node, "found no test, expected equals, one_of, contains, above, below or present");
    return problems_.list().size() == before;
  }

 private:
  void read_texts(const YAML::Node& list, std::vector<std::string>& texts) {
    if (!list.IsSequence()) return add(list, fmt::format("one_of: found {}, expected a list", yaml::found(list)));
    for (const auto& item : list) {
      if (!item.IsScalar()) return add(item, fmt::format("one_of: found {}, expected a single value", yaml::found(item)));
      texts.push_back(item.Scalar());
    }
  }

  void read_lookup(const YAML::Node& node, Expression& result) {
    result.has_lookup = true;
    if (node.IsMap()) {
      for (const auto& entry : node) {
        if (!entry.second.IsScalar()) {
          add(entry.second,
              fmt::format("lookup: found {} for {}, expected a single value", yaml::found(entry.second), entry.first.Scalar()));
          continue;
        }
        result.lookup[entry.first.Scalar()] = entry.second.Scalar();
      }
    } else if (node.IsScalar()) {
      read_lookup_file(node, result);
    } else {
      add(node, fmt::format("lookup: found {}, expected a mapping or the name of a CSV file", yaml::found(node)));
    }
  }

  void read_lookup_file(const YAML::Node& node, Expression& result) {
    VectorRequest request;
    request.file = folder_ / node.Scalar();
    request.geometry = false;
    const auto layer = read_vector_layer(request, problems_);
    if (!layer) return;
    if (layer->columns.size() != 2) {
      add(node, fmt::format("lookup: {} has {} columns, expected two: their value and ours", node.Scalar(), layer->columns.size()));
      return;
    }
    const auto text = [](const Attribute& value) {
      if (const auto* own = std::get_if<std::string>(&value)) return *own;
      if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
      if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
      return std::string();
    };
    for (const auto& feature : layer->features) result.lookup[text(feature.attributes[0])] = text(feature.attributes[1]);
  }

  const std::string& file_;
  const std::filesystem::path& folder_;
  Problems& problems_;
};

}  // namespace

Expression read_expression(const YAML::Node& node, const std::string& file, const std::filesystem::path& folder, Problems& problems) {
  return ExpressionReading(file, folder, problems).read(node, 0);
}

std::optional<Condition> read_condition(const YAML::Node& node, const std::string& file, const std::filesystem::path& folder,
                                        Problems& problems) {
  Condition condition;
  if (!ExpressionReading(file, folder, problems).read_condition(node, 0, condition)) return std::nullopt;
  return condition;
}

}  // namespace parktwin::importers
