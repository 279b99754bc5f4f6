#include "cli/calibration_table.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using radio::calibration::ClassCorrection;
using radio::calibration::ClassReport;
using radio::calibration::Decision;
using radio::calibration::DriveTestError;
using radio::calibration::PropagationClass;

constexpr std::size_t class_width = 14;
constexpr std::size_t decision_width = 16;
constexpr std::size_t number_width = 16;

std::string class_word(PropagationClass propagation, const Session& session) {
  static const std::map<PropagationClass, std::pair<std::string, std::string>> words = {
      {PropagationClass::line_of_sight, {"line of sight", "视距"}},
      {PropagationClass::over_roof, {"over roofs", "越过屋顶"}},
      {PropagationClass::around_corner, {"around corners", "绕过墙角"}},
      {PropagationClass::indoor, {"indoors", "室内"}},
      {PropagationClass::vegetation, {"through trees", "穿过树木"}}};
  const auto& word = words.at(propagation);
  return session.choose(word.first, word.second);
}

std::string decision_word(Decision decision, const Session& session) {
  static const std::map<Decision, std::pair<std::string, std::string>> words = {
      {Decision::offset, {"offset", "偏移"}},
      {Decision::offset_and_slope, {"offset and slope", "偏移和斜率"}},
      {Decision::no_points, {"no points", "无测点"}},
      {Decision::too_few_points, {"too few points", "测点太少"}},
      {Decision::refused, {"refused", "未采纳"}}};
  const auto& word = words.at(decision);
  return session.choose(word.first, word.second);
}

bool is_corrected(Decision decision) { return decision == Decision::offset || decision == Decision::offset_and_slope; }

std::string change(double before, double after) { return fmt::format("{:.1f} > {:.1f}", before, after); }

std::string row(const std::string& name, const std::string& decision, const std::string& offset, const std::string& slope,
                const std::pair<DriveTestError, DriveTestError>& fitted, const std::pair<DriveTestError, DriveTestError>& held_out) {
  const auto figures = [](const std::pair<DriveTestError, DriveTestError>& error) {
    if (error.first.points == 0) return right("0", 7) + right("-", number_width) + right("-", number_width);
    return right(std::to_string(error.first.points), 7) + right(change(error.first.rmse_db, error.second.rmse_db), number_width) +
           right(change(error.first.mean_error_db, error.second.mean_error_db), number_width);
  };
  return left(name, class_width) + "  " + left(decision, decision_width) + right(offset, 8) + right(slope, 11) + figures(fitted) +
         figures(held_out) + '\n';
}

std::string heads(const Session& session) {
  const std::string points = session.choose("points", "测点");
  const std::string rmse = session.choose("RMSE dB", "均方根误差 dB");
  const std::string mean = session.choose("mean dB", "平均误差 dB");
  const std::string figures = right(points, 7) + right(rmse, number_width) + right(mean, number_width);
  const std::size_t first = class_width + 2 + decision_width + 8 + 11;
  return std::string(first, ' ') + left(session.choose("   fitted, before > after", "   拟合点，校准前 > 校准后"), 7 + 2 * number_width) +
         session.choose("   held out, before > after", "   留出点，校准前 > 校准后") + '\n' +
         left(session.choose("way", "传播方式"), class_width) + "  " + left(session.choose("decision", "决定"), decision_width) +
         right(session.choose("offset", "偏移 dB"), 8) + right(session.choose("dB/decade", "dB/十倍程"), 11) + figures + figures + '\n';
}

}  // namespace

std::string calibration_table(const radio::calibration::Report& report, const Session& session) {
  std::string text = heads(session);
  for (std::size_t i = 0; i < report.classes.size(); ++i) {
    const ClassReport& of_class = report.classes[i];
    const ClassCorrection& correction = report.correction.classes[i];
    const bool corrected = is_corrected(of_class.decision);
    const bool sloped = of_class.decision == Decision::offset_and_slope;
    text += row(class_word(of_class.propagation, session), decision_word(of_class.decision, session),
                corrected ? fmt::format("{:+.1f}", correction.offset_db) : "-",
                sloped ? fmt::format("{:+.1f}", correction.slope_db_per_decade) : "-", {of_class.fitted_before, of_class.fitted_after},
                {of_class.held_out_before, of_class.held_out_after});
  }
  text += row(session.choose("all", "全部"), "", "", "", {report.fitted_before, report.fitted_after},
              {report.held_out_before, report.held_out_after});
  text += session.choose("Errors are measured minus predicted; what to expect where nobody drove is the held-out part.\n",
                         "误差为实测减预测；未测地点的预期误差以留出点为准。\n");
  if (!report.accepted) text += session.choose("No way of propagation is corrected.\n", "没有任何传播方式得到校准。\n");
  return text;
}

}  // namespace parktwin::cli
