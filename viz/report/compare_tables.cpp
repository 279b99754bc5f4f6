#include "viz/report/compare_tables.h"

#include <algorithm>

namespace parktwin::viz::report {
namespace {

Json value_or_null(const std::optional<double>& value, int decimals) { return value ? rounded(*value, decimals) : Json(nullptr); }

Json column(const std::string& key, const std::string& run, Phrase what, CellKind kind) {
  const auto title = [&](std::string_view text) { return std::string(text) + ": " + run; };
  return {{"key", key}, {"title", {{"en", title(what.en)}, {"zh", title(what.zh)}}}, {"kind", std::string(name_of(kind))}, {"unit", ""}};
}

Json target_table(const compare::Comparison& comparison) {
  TableJson made("compared_targets", {"Targets side by side", "指标对比"},
                 {"Every clause in every run, those that differ first.", "各次运行的全部条款，有差异者在前。"},
                 {{"id", CellKind::text, {"Clause", "条款"}},
                  {"title", CellKind::text, {"Title", "名称"}},
                  {"differs", CellKind::flag, {"Differs", "有差异"}},
                  {"threshold", CellKind::number, {"Threshold", "门槛"}},
                  {"unit", CellKind::text, {"Unit", "单位"}}});
  Json table = made.take();
  for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    table["columns"].push_back(column("status" + number, comparison.runs[i], {"Status", "状态"}, CellKind::word));
    table["columns"].push_back(column("value" + number, comparison.runs[i], {"Value", "数值"}, CellKind::number));
  }
  std::vector<compare::Target> targets = comparison.targets;
  std::stable_sort(targets.begin(), targets.end(), [](const auto& a, const auto& b) { return a.differs && !b.differs; });
  for (const auto& target : targets) {
    Json row = {target.id, name_cell(target.title_en, target.title_zh), target.differs, value_or_null(target.threshold, 6), target.unit};
    for (const auto& run : target.runs) {
      row.push_back(word(run.status));
      row.push_back(value_or_null(run.value, 4));
    }
    table["rows"].push_back(std::move(row));
  }
  return table;
}

Phrase phrase_of(compare::FigureGroup group) {
  switch (group) {
    case compare::FigureGroup::cost:
      return {"Cost", "成本"};
    case compare::FigureGroup::energy:
      return {"Energy", "能源"};
    case compare::FigureGroup::carbon:
      return {"Carbon", "碳排放"};
    case compare::FigureGroup::adoption:
      return {"Cloud adoption", "上云"};
  }
  return {"", ""};
}

/// Differences are against the first run.
Json figure_table(const compare::Comparison& comparison) {
  TableJson made("compared_figures", {"Key figures side by side", "关键指标对比"},
                 {"Cost, energy, carbon and adoption in every run, and the difference from the first.",
                  "各次运行的成本、能源、碳排放与上云指标，以及与首次运行之差。"},
                 {{"group", CellKind::text, {"Group", "类别"}},
                  {"figure", CellKind::text, {"Figure", "指标"}},
                  {"differs", CellKind::flag, {"Differs", "有差异"}},
                  {"unit", CellKind::text, {"Unit", "单位"}}});
  Json table = made.take();
  for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    table["columns"].push_back(column("value" + number, comparison.runs[i], {"Value", "数值"}, CellKind::number));
    if (i > 0) table["columns"].push_back(column("more" + number, comparison.runs[i], {"Difference", "差值"}, CellKind::number));
  }
  for (const auto& figure : comparison.figures) {
    const Phrase group = phrase_of(figure.group);
    Json row = {name_cell(std::string(group.en), std::string(group.zh)), name_cell(figure.title_en, figure.title_zh), figure.differs,
                figure.unit};
    const auto& first = figure.runs.front();
    for (std::size_t i = 0; i < figure.runs.size(); ++i) {
      const auto& value = figure.runs[i];
      row.push_back(value_or_null(value, 4));
      if (i > 0) row.push_back(value && first ? rounded(*value - *first, 4) : Json(nullptr));
    }
    table["rows"].push_back(std::move(row));
  }
  return table;
}

std::string listed(const std::vector<compare::EnterpriseName>& enterprises) {
  std::string text;
  for (const auto& enterprise : enterprises) text += (text.empty() ? "" : ", ") + enterprise.name_en + " (" + enterprise.id + ")";
  return text;
}

Json run_table(const compare::Comparison& comparison) {
  TableJson table("compared_runs", {"Against the first run", "与首次运行相比"},
                  {"Ground and enterprises gained and lost, and what it costs more.", "增减的覆盖面积与企业，以及增加的成本。"},
                  {{"run", CellKind::text, {"Run", "运行"}},
                   {"hectares_gained", CellKind::number, {"5G ground gained", "新增 5G 覆盖"}, "ha"},
                   {"hectares_lost", CellKind::number, {"5G ground lost", "失去 5G 覆盖"}, "ha"},
                   {"gained", CellKind::text, {"Enterprises gained", "新增企业"}},
                   {"lost", CellKind::text, {"Enterprises lost", "失去企业"}},
                   {"capital", CellKind::number, {"Outlay more", "投资增加"}, "CNY"},
                   {"present_value", CellKind::number, {"Present value more", "现值增加"}, "CNY"}});
  for (const auto& difference : comparison.differences) {
    table.add({difference.run, value_or_null(difference.hectares_gained, 2), value_or_null(difference.hectares_lost, 2),
               listed(difference.enterprises_gained), listed(difference.enterprises_lost), rounded(difference.capital_likely_cny, 0),
               rounded(difference.present_value_likely_cny, 0)});
  }
  return table.take();
}

}  // namespace

std::vector<Json> compare_tables(const compare::Comparison& comparison) {
  return {run_table(comparison), target_table(comparison), figure_table(comparison)};
}

}  // namespace parktwin::viz::report
