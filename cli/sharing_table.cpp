#include "cli/sharing_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using services::IdentifierNodeFigures;
using services::pooling::Mode;
using services::pooling::ModeFigures;
using services::pooling::Outcome;
using services::pooling::ResourceFigures;

std::string day(const IdentifierNodeFigures& figures, const Park& park, const Session& session) {
  const std::string& id = (*park.identifier_nodes)[figures.node].id;
  if (!figures.simulated)
    return fmt::format(fmt::runtime(session.choose("  identifier node {}: {}\n", "  标识节点 {}：{}\n")), id, figures.reason);
  return fmt::format(
      fmt::runtime(session.choose(
          "  identifier node {}: {:.0f} ± {:.0f} resolutions a day for {} enterprises, {:.3f} % answered, {:.1f} % from the "
          "cache, p95 {:.1f} ms; {:.2f} % of registrations synchronised\n",
          "  标识节点 {}：每日解析 {:.0f} ± {:.0f} 次，服务企业 {} 家，应答率 {:.3f} %，缓存命中 {:.1f} %，95 分位时延 {:.1f} "
          "ms；注册数据同步 {:.2f} %\n")),
      id, figures.answered_per_day, figures.answered_half_width, figures.enterprises, 100.0 * figures.availability,
      100.0 * figures.hit_ratio, figures.latency_p95_ms, 100.0 * figures.completeness);
}

const ModeFigures* find(const services::pooling::Result& pooling, Id<SharedResource> resource, Mode mode) {
  const auto found = std::find_if(pooling.modes.begin(), pooling.modes.end(),
                                  [&](const ModeFigures& figures) { return figures.resource == resource && figures.mode == mode; });
  return found == pooling.modes.end() ? nullptr : &*found;
}

std::string wait(const ModeFigures* figures) {
  return figures != nullptr && figures->simulated ? fmt::format("{:.2f}", figures->wait_h) : std::string("-");
}

// Stocks and orders have no servers to load.
std::string load(const ModeFigures* figures) {
  return figures != nullptr && figures->load > 0.0 ? fmt::format("{:.2f}", figures->load) : std::string("-");
}

constexpr std::size_t name_width = 32;

std::string word_of(Outcome outcome, const Session& session) {
  switch (outcome) {
    case Outcome::pooling_saves:
      return session.choose("sharing saves", "共享节约");
    case Outcome::pooling_costs:
      return session.choose("sharing costs more", "共享更贵");
    case Outcome::undecided:
      return session.choose("undecided", "无法判定");
    case Outcome::unstable:
      return session.choose("overloaded", "过载");
    case Outcome::unused:
      return session.choose("unused", "无人使用");
    case Outcome::not_in_operation:
      return session.choose("not in operation", "未投运");
  }
  return {};
}

std::string columns(const std::string& id, const std::string& name, const std::array<std::string, 5>& figures, const std::string& word) {
  std::string text = "    " + left(id, 8) + " " + left(cut_to_width(name, name_width), name_width);
  for (const std::string& figure : figures) text += right(figure, &figure == &figures.back() ? 16 : 10);
  return text + "  " + word + "\n";
}

std::string row(const ResourceFigures& figures, const services::pooling::Result& pooling, const Park& park, const Session& session) {
  const ModeFigures* shared = find(pooling, figures.resource, Mode::shared);
  const ModeFigures* separate = find(pooling, figures.resource, Mode::separate);
  const bool told =
      figures.outcome == Outcome::pooling_saves || figures.outcome == Outcome::pooling_costs || figures.outcome == Outcome::undecided;
  const std::string saving =
      told ? fmt::format("{:.0f} ± {:.0f}", 1e-3 * figures.saving_cny_per_year, 1e-3 * figures.saving_half_width) : std::string("-");
  const SharedResource& resource = (*park.shared_resources)[figures.resource];
  const std::string why = figures.outcome == Outcome::unstable && !session.chinese() ? ": " + figures.reason : "";
  return columns(resource.id, session.choose(resource.name, resource.name_zh),
                 {load(shared), wait(shared), load(separate), wait(separate), saving}, word_of(figures.outcome, session) + why);
}

std::string processes(const services::Resolution& resolution, const Session& session) {
  if (resolution.processes.empty()) return {};
  std::int32_t steps = 0;
  std::int32_t found = 0;
  std::int32_t whole = 0;
  double longest_ms = 0.0;
  for (const auto& process : resolution.processes) {
    steps += process.steps;
    found += process.found;
    whole += process.found == process.steps ? 1 : 0;
    longest_ms = std::max(longest_ms, process.trace_ms);
  }
  return fmt::format(
      fmt::runtime(session.choose("  business processes: {} of {} steps found by identifiers, {} of {} processes traced as a whole, "
                                  "longest mean trace {:.0f} ms\n",
                                  "  业务流程：{}/{} 个环节可凭标识追溯，{}/{} 个流程全程可追溯，最长平均追溯用时 {:.0f} ms\n")),
      found, steps, whole, resolution.processes.size(), longest_ms);
}

/// By how much common random numbers help; resources whose saving does not vary say nothing.
std::string variance_line(const services::pooling::Result& pooling, const Session& session) {
  double least = 0.0;
  double most = 0.0;
  for (const ResourceFigures& figures : pooling.resources) {
    if (!(figures.variance_ratio > 0.0)) continue;
    least = least > 0.0 ? std::min(least, figures.variance_ratio) : figures.variance_ratio;
    most = std::max(most, figures.variance_ratio);
  }
  if (!(most > 0.0)) return {};
  return fmt::format(fmt::runtime(session.choose(
                         "  common random numbers: the variance of a saving is {:.1f} to {:.0f} times smaller than with independent ones\n",
                         "  共同随机数：节约值的方差缩小为独立随机数的 1/{:.1f} 至 1/{:.0f}\n")),
                     least, most);
}

}  // namespace

std::string sharing_table(const services::Result& result, const Park& park, const Session& session) {
  std::string text;
  for (const auto& figures : result.identifiers.nodes) text += day(figures, park, session);
  text += processes(result.identifiers, session);
  if (result.pooling.resources.empty()) return text;
  const auto saves = std::count_if(result.pooling.resources.begin(), result.pooling.resources.end(),
                                   [](const ResourceFigures& figures) { return figures.outcome == Outcome::pooling_saves; });
  text += fmt::format(fmt::runtime(session.choose("  pooling saves for {} of {} shared resources\n", "  {} / {} 项共享资源共享后节约\n")),
                      saves, result.pooling.resources.size());
  const auto word = [&](const char* en, const char* zh) { return session.choose(std::string(en), std::string(zh)); };
  text += columns("", "", {word("shared", "共享"), "", word("separate", "各自"), "", word("saving", "年节约")}, "");
  text +=
      columns(word("id", "编号"), word("resource", "资源"),
              {word("load", "负荷"), word("wait h", "等待 h"), word("load", "负荷"), word("wait h", "等待 h"), word("1000 CNY/a", "千元")},
              word("verdict", "结论"));
  for (const auto& figures : result.pooling.resources) text += row(figures, result.pooling, park, session);
  return text + variance_line(result.pooling, session);
}

}  // namespace parktwin::cli
