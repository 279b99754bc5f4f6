#include "cli/sharing_table.h"

#include <fmt/format.h>

#include <algorithm>

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

std::string load(const ModeFigures* figures) { return figures != nullptr ? fmt::format("{:.2f}", figures->load) : std::string("-"); }

std::string row(const ResourceFigures& figures, const services::pooling::Result& pooling, const Park& park) {
  const ModeFigures* shared = find(pooling, figures.resource, Mode::shared);
  const ModeFigures* separate = find(pooling, figures.resource, Mode::separate);
  const bool told =
      figures.outcome == Outcome::pooling_saves || figures.outcome == Outcome::pooling_costs || figures.outcome == Outcome::undecided;
  const std::string saving =
      told ? fmt::format("{:.0f} ± {:.0f}", 1e-3 * figures.saving_cny_per_year, 1e-3 * figures.saving_half_width) : std::string("-");
  return fmt::format("    {:<8} {:<20} {:>6} {:>9} {:>6} {:>9} {:>16}  {}{}\n", (*park.shared_resources)[figures.resource].id,
                     name_of((*park.shared_resources)[figures.resource].kind), load(shared), wait(shared), load(separate), wait(separate),
                     saving, name_of(figures.outcome), figures.reason.empty() ? "" : ": " + figures.reason);
}

}  // namespace

std::string sharing_table(const services::Result& result, const Park& park, const Session& session) {
  std::string text;
  for (const auto& figures : result.identifiers.nodes) text += day(figures, park, session);
  if (result.pooling.resources.empty()) return text;
  const auto saves = std::count_if(result.pooling.resources.begin(), result.pooling.resources.end(),
                                   [](const ResourceFigures& figures) { return figures.outcome == Outcome::pooling_saves; });
  text += fmt::format(
      fmt::runtime(session.choose("  pooling saves for {} of {} shared resources (load, mean wait in h; saving in thousand CNY a year)\n",
                                  "  {} / {} 项共享资源共享后节约（负荷、平均等待小时数；年节约，千元）\n")),
      saves, result.pooling.resources.size());
  text += fmt::format("    {:<8} {:<20} {:>6} {:>9} {:>6} {:>9} {:>16}\n", "resource", "kind", "shared", "wait", "own", "wait", "saving");
  for (const auto& figures : result.pooling.resources) text += row(figures, result.pooling, park);
  return text;
}

}  // namespace parktwin::cli
