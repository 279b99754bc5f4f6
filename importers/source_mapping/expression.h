#pragma once
// Small expressions of a recipe: how a field of ours gets its value from a row of a foreign source.
//
//   HOEHE                                                     a column
//   {constant: brick}                                         the same for every row
//   {field: height, unit: ft}                                 a column in that unit, brought to the unit of our field
//   {field: levels, times: 3.2, plus: 1, guess: true}         arithmetic; guess: the result is no measurement
//   {field: kind, lookup: {Werk: factory}, otherwise: …}      a table: their value to ours (or a CSV file of two columns)
//   {first: [height, {field: levels, times: 3.2}, {constant: 9}]}     the first that is there
//   {join: [district, number], separator: "-"}                texts one after another, when all are there
//   {when: [{if: {field: levels, above: 5}, then: {constant: office}}], otherwise: …}
//
// A constant that stands in for something missing (in `first` after the first place, in `otherwise`) is a guess, and so is whatever says
// `guess: true`.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "importers/gdal_layers/vector_layer.h"

namespace YAML {
class Node;
}

namespace parktwin::importers {

struct Condition;
struct Case;

struct Expression {
  enum class Kind { constant, column, first, join, when };
  Kind kind = Kind::constant;
  std::string place;  ///< in the recipe: "line 3, column 5"
  Attribute constant;
  std::string column;
  std::optional<std::size_t> position;  ///< of the column in the layer it was bound to
  std::vector<Expression> parts;        ///< of first and join
  std::string separator;
  std::vector<Case> cases;
  std::map<std::string, std::string> lookup;
  bool has_lookup = false;
  std::vector<Expression> otherwise;  ///< none or one
  std::string unit;
  std::optional<double> times;
  std::optional<double> plus;
  std::string prefix;
  bool guess = false;
};

struct Condition {
  std::vector<Expression> subject;  ///< one
  std::optional<std::string> equals;
  std::vector<std::string> one_of;
  std::optional<std::string> contains;
  std::optional<double> above;
  std::optional<double> below;
  std::optional<bool> present;
};

struct Case {
  Condition condition;
  Expression then;
};

/// Reads an expression; problems name the line of the recipe. Lookup files are relative to `folder`.
[[nodiscard]] Expression read_expression(const YAML::Node& node, const std::string& file, const std::filesystem::path& folder,
                                         Problems& problems);

/// The same for a test such as {field: natural, equals: tree}.
[[nodiscard]] std::optional<Condition> read_condition(const YAML::Node& node, const std::string& file, const std::filesystem::path& folder,
                                                      Problems& problems);

/// Whether a row passes a test. Precondition: the subject is bound.
[[nodiscard]] bool holds(const Condition& condition, const Feature& feature);

/// Names of all columns it looks into.
void add_columns(const Expression& expression, std::vector<std::string>& names);

/// Finds its columns in a layer. Names of columns the layer does not have are appended to `absent`.
void bind_columns(Expression& expression, const VectorLayer& layer, std::vector<const Expression*>& absent);

struct Value {
  Attribute attribute;  ///< null: nothing there
  bool guessed = false;
  std::optional<std::string> fault;  ///< why something that was there is of no use
};

/// `unit` is that of our field. Precondition: bound to the layer of the feature.
[[nodiscard]] Value evaluate(const Expression& expression, const Feature& feature, std::string_view unit);

}  // namespace parktwin::importers
