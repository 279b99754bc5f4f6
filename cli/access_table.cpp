#include "cli/access_table.h"

#include <fmt/format.h>

#include "cli/plan_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

std::string splitter_rows(const plan::ProposedAccess& access, const Session& session) {
  std::string text = '\n' + left(session.choose("Splitter", "分光器"), 12) + left(session.choose("fed by", "上联OLT"), 16) +
                     right(session.choose("ways", "分光比"), 8) + right(session.choose("east m", "东 m"), 10) +
                     right(session.choose("north m", "北 m"), 10) + right(session.choose("feeder m", "主干 m"), 10) +
                     right(session.choose("drops m", "支线 m"), 10) + right(session.choose("spare dB", "光功率余量 dB"), 15) + "  " +
                     session.choose("enterprises", "企业") + '\n';
  for (const auto& splitter : access.splitters) {
    std::string enterprises;
    for (const auto& enterprise : splitter.enterprises) enterprises += (enterprises.empty() ? "" : " ") + enterprise;
    const std::string terminal = splitter.terminal + (splitter.terminal_bought ? session.choose(" (new)", "（新）") : "");
    text += left(splitter.splitter, 12) + left(cut_to_width(terminal, 15), 16) + right(fmt::format("1:{}", splitter.ratio), 8) +
            right(fmt::format("{:.0f}", splitter.x_m), 10) + right(fmt::format("{:.0f}", splitter.y_m), 10) +
            right(fmt::format("{:.0f}", splitter.feeder_m), 10) + right(fmt::format("{:.0f}", splitter.drops_m), 10) +
            right(fmt::format("{:.1f}", splitter.spare_db), 15) + "  " + enterprises + '\n';
  }
  text +=
      fmt::format(fmt::runtime(session.choose("{:.0f} m of trench; {:.0f} m of cable, {:.0f} m of it in other ducts; net present value {} "
                                              "kCNY, no such access costs less than {} kCNY\n",
                                              "沟槽 {:.0f} m；光缆 {:.0f} m，其中利用其他管道 {:.0f} m；净现值 {} 万元，下界 {} 万元\n")),
                  access.trench_m, access.cable_m, access.cable_in_standing_ducts_m, money(access.present_value_cny, session),
                  money(access.lower_bound_cny, session));
  return text;
}

}  // namespace

std::string access_table(const plan::ProposedAccess& access, const Session& session) {
  std::string text = access.splitters.empty() ? "" : splitter_rows(access, session);
  for (const auto& enterprise : access.left_out) text += session.choose("not connected: ", "未接入：") + enterprise + '\n';
  return text;
}

}  // namespace parktwin::cli
