#include "cli/sweep_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

constexpr std::size_t name_width = 24;
constexpr std::size_t number_width = 14;
constexpr std::size_t most_failures = 20;

std::string row(const std::string& name, const std::vector<std::string>& cells) {
  std::string text = "  " + left(name, name_width);
  for (const auto& cell : cells) text += right(cell, number_width);
  return text + "\n";
}

std::string number(double value) { return fmt::format("{:.6g}", value); }

std::string ranges(const sweep::SweepReport& report, const Session& session) {
  std::string text = row(session.choose("output", "输出"), {session.choose("least", "最小"), session.choose("mean", "平均"),
                                                            session.choose("greatest", "最大"), session.choose("scenario", "最大方案号")});
  for (const auto& output : report.outputs) {
    text += row(output.output, {number(output.least), number(output.mean), number(output.greatest), std::to_string(output.best_scenario)});
  }
  return text;
}

std::string sensitivities(const sweep::SweepReport& report, const Session& session) {
  std::string text;
  for (const auto& output : report.outputs) {
    if (output.sensitivity.empty()) continue;
    text += "\n" + row(output.output, {session.choose("first order", "一阶"), session.choose("total", "总效应")});
    for (const auto& indices : output.sensitivity) {
      text += row("  " + indices.factor, {fmt::format("{:.3f}", indices.first_order), fmt::format("{:.3f}", indices.total)});
    }
  }
  return text;
}

std::string tornados(const sweep::SweepReport& report, const Session& session) {
  std::string text;
  for (const auto& output : report.outputs) {
    if (output.tornado.empty()) continue;
    text += "\n" + row(output.output, {session.choose("at least", "取最小值时"), session.choose("at greatest", "取最大值时"),
                                       session.choose("swing", "变幅")});
    for (const auto& swing : output.tornado) {
      text += row("  " + swing.factor, {number(swing.at_least), number(swing.at_greatest), number(swing.at_greatest - swing.at_least)});
    }
  }
  return text;
}

}  // namespace

std::string sweep_table(const sweep::SweepReport& report, const Session& session) {
  std::string text =
      fmt::format(fmt::runtime(session.choose("sweep {}: {} of {} scenarios, {} failed\n", "扫描 {}：{} / {} 个方案已完成，{} 个失败\n")),
                  report.name, report.finished, report.scenarios, report.failures.size());
  text += ranges(report, session) + sensitivities(report, session) + tornados(report, session);
  text += fmt::format(fmt::runtime(session.choose("{} outputs are the same in every scenario\n", "{} 项输出在所有方案中相同\n")),
                      report.constant_outputs);
  for (std::size_t i = 0; i < std::min(report.failures.size(), most_failures); ++i) {
    text += fmt::format(fmt::runtime(session.choose("scenario {} failed: {}\n", "方案 {} 失败：{}\n")), report.failures[i].scenario,
                        report.failures[i].reason);
  }
  if (report.failures.size() > most_failures) {
    text += fmt::format(fmt::runtime(session.choose("{} more failed; --json lists all\n", "另有 {} 个失败，--json 列出全部\n")),
                        report.failures.size() - most_failures);
  }
  return text;
}

}  // namespace parktwin::cli
