#include "cli/compare_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/plan_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

constexpr std::size_t title_width = 44;
constexpr std::size_t run_width = 26;
constexpr std::size_t shown_enterprises = 5;

std::string cell_of(const compare::RunTarget& target, const Session& session) {
  const std::string text = verdict_cell(target.status, target.value, session);
  return target.margin ? text + fmt::format(" ({:+.2f})", *target.margin) : text;
}

std::string enterprises(const std::string& title, const std::vector<compare::EnterpriseName>& names, const Session& session, bool all) {
  std::string text = fmt::format("  {}: {}\n", title, names.size());
  const std::size_t shown = all ? names.size() : std::min(names.size(), shown_enterprises);
  for (std::size_t i = 0; i < shown; ++i)
    text += fmt::format("    {} ({})\n", session.choose(names[i].name_en, names[i].name_zh), names[i].id);
  if (shown < names.size()) {
    text +=
        session.chinese() ? fmt::format("    另有 {} 家\n", names.size() - shown) : fmt::format("    and {} more\n", names.size() - shown);
  }
  return text;
}

std::string word_of(compare::FigureGroup group, const Session& session) {
  switch (group) {
    case compare::FigureGroup::cost:
      return session.choose("cost", "成本");
    case compare::FigureGroup::energy:
      return session.choose("energy", "能源");
    case compare::FigureGroup::carbon:
      return session.choose("carbon", "碳排放");
    case compare::FigureGroup::adoption:
      return session.choose("cloud", "上云");
  }
  return {};
}

/// One number of decimals in a row, so that its values can be held against each other.
int decimals_of(const compare::KeyFigure& figure) {
  double most = 0.0;
  for (const auto& value : figure.runs) most = std::max(most, std::abs(value.value_or(0.0)));
  if (most >= 1000.0) return 0;
  return most >= 10.0 ? 2 : 3;
}

std::string figure_row(const compare::KeyFigure& figure, const Session& session) {
  const std::string title = session.choose(figure.title_en, figure.title_zh) + ", " + figure.unit;
  std::string text = left(word_of(figure.group, session), 7) + "  " + left(cut_to_width(title, title_width), title_width);
  const int decimals = decimals_of(figure);
  const auto& first = figure.runs.front();
  for (std::size_t i = 0; i < figure.runs.size(); ++i) {
    const auto& value = figure.runs[i];
    std::string cell = value ? fmt::format("{:.{}f}", *value, decimals) : "-";
    if (i > 0 && value && first) cell += fmt::format(" ({:+.{}f})", *value - *first, decimals);
    text += right(cell, run_width);
  }
  return text + '\n';
}

std::string figure_table(const std::vector<compare::KeyFigure>& figures, const Session& session, bool all) {
  if (figures.empty()) return {};
  std::string text = session.choose("\nkey figures (in brackets against the first run)\n", "\n关键指标（括号内为与首次运行之差）\n");
  std::size_t same = 0;
  for (const auto& figure : figures) {
    same += figure.differs ? 0 : 1;
    if (figure.differs || all) text += figure_row(figure, session);
  }
  return text + (session.chinese() ? fmt::format("{} 项关键指标在各次运行中相同\n", same)
                                   : fmt::format("{} key figures are the same in every run\n", same));
}

std::string difference_text(const compare::Difference& difference, const std::string& first, const Session& session, bool all) {
  std::string text =
      session.chinese() ? fmt::format("\n{} 相对于 {}\n", difference.run, first) : fmt::format("\n{} against {}\n", difference.run, first);
  if (difference.hectares_gained) {
    text += fmt::format("  {}: {:.1f}\n", session.choose("ground gained by 5G, ha", "5G新增覆盖（公顷）"), *difference.hectares_gained);
    text += fmt::format("  {}: {:.1f}\n", session.choose("ground lost, ha", "5G失去覆盖（公顷）"), *difference.hectares_lost);
  } else {
    text += "  " + session.choose("the maps have other cells: ground is not compared", "栅格不同，不比较覆盖面积") + '\n';
  }
  text += enterprises(session.choose("enterprises that gained access", "新增接入企业"), difference.enterprises_gained, session, all);
  text += enterprises(session.choose("enterprises that lost access", "失去接入企业"), difference.enterprises_lost, session, all);
  text += fmt::format("  {}: {}\n", session.choose("likely outlay more, thousand CNY", "可能投资增加（万元）"),
                      money(difference.capital_likely_cny, session));
  text += fmt::format("  {}: {}\n", session.choose("likely present value more, thousand CNY", "可能现值增加（万元）"),
                      money(difference.present_value_likely_cny, session));
  const auto add = [&](const std::optional<double>& cny, const char* en, const char* zh) {
    if (cny) text += fmt::format("  {}: {}\n", session.choose(en, zh), money(*cny, session));
  };
  add(difference.cny_per_hectare_gained, "of it per hectare gained, thousand CNY", "每新增公顷（万元）");
  add(difference.cny_per_enterprise_gained, "of it per enterprise gained, thousand CNY", "每新增接入企业（万元）");
  if (difference.emissions_saved_t)
    text += fmt::format("  {}: {:.1f}\n", session.choose("CO2 saved a year, t", "每年减排（吨CO₂）"), *difference.emissions_saved_t);
  add(difference.cny_per_yearly_tonne_saved, "of it per tonne saved a year, thousand CNY", "每年每吨减排（万元）");
  return text;
}

}  // namespace

std::string compare_table(const compare::Comparison& comparison, const Session& session, bool all) {
  std::string text = left(session.choose("clause   condition (in brackets the margin)", "条款     条件（括号内为裕量）"), title_width + 9);
  for (const auto& run : comparison.runs) text += right(cut_to_width(run, run_width - 2), run_width);
  text += '\n';
  std::size_t same = 0;
  for (const auto& target : comparison.targets) {
    const bool assessed =
        std::any_of(target.runs.begin(), target.runs.end(), [](const auto& one) { return one.status != criteria::Status::not_assessed; });
    same += assessed && !target.differs ? 1 : 0;
    if (!assessed || (!target.differs && !all)) continue;
    text +=
        fmt::format("{:<7}  {}", target.id, left(cut_to_width(session.choose(target.title_en, target.title_zh), title_width), title_width));
    for (const auto& one : target.runs) text += right(cell_of(one, session), run_width);
    text += '\n';
  }
  text += session.chinese() ? fmt::format("{} 项已评估条款在各次运行中相同\n", same)
                            : fmt::format("{} assessed clauses are the same in every run\n", same);
  text += figure_table(comparison.figures, session, all);
  for (const auto& difference : comparison.differences) text += difference_text(difference, comparison.runs.front(), session, all);
  return text;
}

}  // namespace parktwin::cli
