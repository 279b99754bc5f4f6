#pragma once
// Key figures of runs side by side: the year's electricity, peak and bill, heat and gas, CO2 by scope, share of enterprises on a cloud, and
// what the plan costs. A run has no value where nothing was simulated: no figure stands for "unknown".
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/criteria/plan_record.h"
#include "engine/run/results.h"

namespace parktwin::compare {

enum class FigureGroup { cost, energy, carbon, adoption };

constexpr auto names_of(FigureGroup) {
  return std::to_array<EnumName<FigureGroup>>(
      {{FigureGroup::cost, "cost"}, {FigureGroup::energy, "energy"}, {FigureGroup::carbon, "carbon"}, {FigureGroup::adoption, "adoption"}});
}

struct KeyFigure {
  FigureGroup group = FigureGroup::energy;
  std::string name;
  std::string title_en;
  std::string title_zh;
  std::string unit;
  bool differs = false;
  std::vector<std::optional<double>> runs;
};

template <class Visitor, DescribedAs<KeyFigure> Self>
void describe(Visitor&& visit, Self& figure) {
  visit(Field{"group", "", "cost, energy, carbon or adoption"}, figure.group);
  visit(Field{"name", "", "name of the figure"}, figure.name);
  visit(Field{"title_en", "", "what it is, English"}, figure.title_en);
  visit(Field{"title_zh", "", "what it is, Chinese"}, figure.title_zh);
  visit(Field{"unit", "", "unit of its values"}, figure.unit);
  visit(Field{"differs", "", "between runs"}, figure.differs);
  visit(Field{"runs", "", "value of each run, in their order; empty: not simulated"}, figure.runs);
}

struct FigureSource {
  const Results& results;
  const criteria::PlanRecord& plan;
};

/// Parts of results.h5 that they are read from.
[[nodiscard]] std::vector<std::string> key_figure_parts();

/// Those that at least one run has.
[[nodiscard]] std::vector<KeyFigure> key_figures(std::span<const FigureSource> runs);

}  // namespace parktwin::compare
