#include "cli/bridge_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using wired::tsn::bridge::BridgedFlow;
using wired::tsn::bridge::BridgeState;

std::string milliseconds(const std::optional<std::int64_t>& time_ns) {
  return time_ns ? fmt::format("{:.3f}", static_cast<double>(*time_ns) * 1e-6) : std::string("-");
}

std::string word_of(const BridgedFlow& flow, const Session& session) {
  switch (flow.state) {
    case BridgeState::met:
      return session.choose("met", "满足");
    case BridgeState::unreliable:
      return session.choose("unreliable: " + flow.reason, "不可靠");
    case BridgeState::saturated:
      return session.choose("saturated: " + flow.reason, "小区无空闲时隙");
    case BridgeState::no_radio:
      return session.choose("no radio: " + flow.reason, "无5G覆盖");
    case BridgeState::not_carried:
      return session.choose("not carried: " + flow.reason, "有线部分未承载");
  }
  return {};
}

std::string row(const BridgedFlow& flow, const Park& park, const Session& session) {
  const std::string way = flow.downlink ? session.choose("down", "下行") : session.choose("up", "上行");
  std::string text = "    " + left((*park.tsn_flows)[flow.flow].id, 12) + left((*park.network_links)[flow.link].id, 12) + left(way, 6);
  if (flow.state == BridgeState::no_radio || flow.state == BridgeState::saturated) return text + word_of(flow, session) + "\n";
  text += fmt::format("{:>9.1f}", flow.sinr_db);
  for (const auto& time :
       {std::optional(flow.minimum_ns), flow.p50_ns, flow.p99_ns, flow.p999_ns, flow.reliable_ns, std::optional(flow.left_ns)})
    text += right(milliseconds(time), 11);
  return text + fmt::format("{:>12.5f}  ", 100.0 * flow.on_time_share) + word_of(flow, session) + "\n";
}

}  // namespace

std::string bridge_table(const wired::tsn::bridge::Result& result, const Park& park, const Session& session) {
  if (result.flows.empty()) return {};
  const auto met =
      std::count_if(result.flows.begin(), result.flows.end(), [](const BridgedFlow& flow) { return flow.state == BridgeState::met; });
  std::string text = fmt::format(
      fmt::runtime(session.choose("  {} of {} paths of deterministic flows over 5G are in time for {:.5f} % of frames; ms in 5G:\n",
                                  "  {}/{} 条经5G的确定性流路径满足{:.5f}%按时到达；5G内时延（毫秒）：\n")),
      met, result.flows.size(), 100.0 * result.reliability);
  text += "    " + left(session.choose("flow", "流"), 12) + left(session.choose("link", "链路"), 12) + left("", 6) + right("SINR dB", 9);
  for (const auto& [en, zh] :
       {std::pair{"minimum", "最小"}, {"p50", "p50"}, {"p99", "p99"}, {"p99.9", "p99.9"}, {"asked for", "要求分位"}, {"left", "剩余时限"}})
    text += right(session.choose(en, zh), 11);
  text += right(session.choose("in time %", "按时 %"), 12) + "\n";
  for (const BridgedFlow& flow : result.flows) text += row(flow, park, session);
  return text;
}

}  // namespace parktwin::cli
