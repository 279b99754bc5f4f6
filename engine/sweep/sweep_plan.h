#pragma once
// What a sweep varies, from a strict YAML file:
//     name: tilts
//     scenario: reference.yaml                 # paths are taken from this file
//     method: latin_hypercube                  # grid, list, latin_hypercube, sobol, sensitivity or tornado
//     samples: 64                              # of the last four but tornado; base points of a sensitivity analysis
//     seeds: [1, 2, 3]                         # every sample once with each; without: the scenario's own
//     clauses: [K1-Q2, K1-Q3]                  # to judge; without: all of the packs
//     factors:
//       - {name: tilt, fields: [modify_radio_cell.S-001-1.electrical_downtilt_deg], minimum: 0, maximum: 12}
//       - {name: law, fields: [options.radio.site_law], choices: [uma, umi]}
// A factor takes listed values or choices, or anything between minimum and maximum; `whole` rounds. Fields as in field_value.h.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/scenario/field_value.h"

namespace parktwin::sweep {

enum class Method { grid, list, latin_hypercube, sobol, sensitivity, tornado };

constexpr auto names_of(Method) {
  return std::to_array<EnumName<Method>>({{Method::grid, "grid"},
                                          {Method::list, "list"},
                                          {Method::latin_hypercube, "latin_hypercube"},
                                          {Method::sobol, "sobol"},
                                          {Method::sensitivity, "sensitivity"},
                                          {Method::tornado, "tornado"}});
}

struct Factor {
  std::string name;
  std::vector<std::string> fields;
  std::vector<double> values;
  std::vector<std::string> choices;
  std::optional<double> minimum;
  std::optional<double> maximum;
  bool whole = false;
};

template <class Visitor, DescribedAs<Factor> Self>
void describe(Visitor&& visit, Self& factor) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the factor", .required = true}, factor.name);
  visit(Field{.name = "fields", .unit = "", .meaning = "fields of the scenario that take its value", .required = true}, factor.fields);
  visit(Field{"values", "", "its values, one after the other"}, factor.values);
  visit(Field{"choices", "", "its values where they are names or flags"}, factor.choices);
  visit(Field{"minimum", "", "least value, without a list"}, factor.minimum);
  visit(Field{"maximum", "", "greatest value, without a list"}, factor.maximum);
  visit(Field{"whole", "", "rounded to whole numbers"}, factor.whole);
}

struct SweepPlan {
  std::string name;
  std::string scenario;
  Method method = Method::grid;
  std::int32_t samples = 64;
  std::uint64_t seed = 1;
  std::vector<std::uint64_t> seeds;
  std::vector<std::string> clauses;
  std::vector<Factor> factors;
};

template <class Visitor, DescribedAs<SweepPlan> Self>
void describe(Visitor&& visit, Self& plan) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the sweep", .required = true}, plan.name);
  visit(Field{.name = "scenario", .unit = "", .meaning = "scenario file that is varied", .required = true}, plan.scenario);
  visit(Field{"method", "", "how the factors are varied"}, plan.method);
  visit(Field{"samples", "", "latin_hypercube and sobol: points; sensitivity: base points", 1, 1000000}, plan.samples);
  visit(Field{"seed", "", "of a Latin hypercube", 0, 9007199254740991.0}, plan.seed);
  visit(Field{"seeds", "", "seeds of the scenario: every point once with each; empty: its own", 0, 9007199254740991.0}, plan.seeds);
  visit(Field{"clauses", "", "clauses to judge, no more being simulated than they need; empty: all of the packs"}, plan.clauses);
  visit(Field{.name = "factors", .unit = "", .meaning = "what is varied", .required = true}, plan.factors);
}

struct ReadPlan {
  SweepPlan plan;
  std::filesystem::path scenario;  ///< as seen from the caller
  std::string text;
  std::string file;
};

/// Throws InputError with every problem of the file.
[[nodiscard]] ReadPlan read_sweep(const std::filesystem::path& file);

/// JSON Schema (draft 2020-12) of sweep files, as text.
[[nodiscard]] std::string sweep_schema();

/// One scenario of the sweep: values by factor, for choices their position.
struct Sample {
  std::vector<double> values;
  std::optional<std::uint64_t> seed;
};

/// All scenarios, the seeds of one point after another.
[[nodiscard]] std::vector<Sample> samples_of(const SweepPlan& plan);

/// What the scenario file says otherwise in this sample.
[[nodiscard]] std::vector<FieldValue> fields_of(const SweepPlan& plan, const Sample& sample);

}  // namespace parktwin::sweep
