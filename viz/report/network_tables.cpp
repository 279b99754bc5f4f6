#include <algorithm>

#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using storage::SavedRun;

Json enterprise_table(const SavedRun& run) {
  TableJson table("enterprises", {"Enterprises", "企业"},
                  {"How each enterprise is connected, covered and on the cloud.", "每家企业的接入、覆盖与上云情况。"},
                  {{"id", CellKind::text, {"Id", "编号"}},
                   {"name", CellKind::text, {"Enterprise", "企业"}},
                   {"sector", CellKind::word, {"Sector", "行业"}},
                   {"employees", CellKind::number, {"Employees", "员工"}},
                   {"access", CellKind::word, {"Wired access", "有线接入"}},
                   {"rate_down_mbps", CellKind::number, {"Rate down", "下行速率"}, "Mbit/s"},
                   {"availability", CellKind::share, {"Availability", "可用度"}, "%"},
                   {"paths", CellKind::number, {"Disjoint paths", "不相交路径"}},
                   {"single_failures", CellKind::number, {"Single failures that cut it off", "致断的单点故障"}},
                   {"outdoors", CellKind::share, {"5G outdoors", "室外 5G"}, "%"},
                   {"indoors", CellKind::share, {"5G indoors", "室内 5G"}, "%"},
                   {"on_cloud", CellKind::flag, {"On a cloud", "已上云"}}});
  const auto& results = run.results;
  const auto find = [](const auto& rows, Id<Enterprise> id) {
    return std::find_if(rows.begin(), rows.end(), [id](const auto& row) { return row.enterprise == id; });
  };
  for (const auto& access : results.wired.topology.enterprises) {
    const Enterprise& enterprise = record_or_blank(*run.park.enterprises, access.enterprise);
    const auto protection = find(results.wired.failures.protections, access.enterprise);
    const auto coverage = find(results.radio.enterprise_coverage, access.enterprise);
    const auto cloud = find(results.cloud.enterprises, access.enterprise);
    const bool is_protected = protection != results.wired.failures.protections.end();
    const bool covered = coverage != results.radio.enterprise_coverage.end();
    const auto share = [](const radio::answers::CoverageShares& shares) {
      return shares.area_m2 > 0.0 ? rounded(shares.served_share, 5) : Json(nullptr);
    };
    table.add({enterprise.id, name_cell(enterprise.name, enterprise.name_zh), word(enterprise.sector), enterprise.employees,
               word(access.state), rounded(access.rate_down_mbps, 1), is_protected ? rounded(protection->availability, 7) : Json(nullptr),
               is_protected ? Json(protection->node_disjoint_paths) : Json(nullptr),
               is_protected ? Json(protection->single_failures) : Json(nullptr), covered ? share(coverage->outdoors) : Json(nullptr),
               covered ? share(coverage->indoors) : Json(nullptr),
               cloud == results.cloud.enterprises.end() ? Json(nullptr) : Json(cloud->on_cloud)});
  }
  return table.take();
}

/// Ids of the enterprises, in one text.
std::string listed(const std::vector<Id<Enterprise>>& enterprises, const Park& park) {
  std::string text;
  for (const auto id : enterprises) text += (text.empty() ? "" : ", ") + record_or_blank(*park.enterprises, id).id;
  return text;
}

Json failure_table(const SavedRun& run) {
  TableJson table("failures", {"Single failures", "单点故障"},
                  {"What is cut off from the core when one element fails, most harmful first; the CSV names all enterprises.",
                   "单个部件失效时与核心失去连接的对象，危害最大者在前；企业全名单见 CSV。"},
                  {{"kind", CellKind::word, {"Kind", "类型"}},
                   {"id", CellKind::text, {"Element", "部件"}},
                   {"enterprises", CellKind::number, {"Enterprises cut off", "断网企业"}},
                   {"services", CellKind::number, {"Services lost", "中断业务"}},
                   {"sites", CellKind::number, {"Radio sites lost", "中断基站"}},
                   {"nodes", CellKind::number, {"Nodes cut off", "失联节点"}},
                   {"same", CellKind::number, {"Others alike", "同类部件"}},
                   {"which", CellKind::text, {"Which enterprises", "哪些企业"}}});
  for (const auto& failure : run.results.wired.failures.failures) {
    table.add({word(failure.kind), failure.id, failure.enterprises.size(), failure.services.size(), failure.sites.size(), failure.nodes,
               failure.same, listed(failure.enterprises, run.park)});
  }
  return table.take();
}

Json pair_table(const SavedRun& run) {
  TableJson table("failure_pairs", {"Pairs of failures", "双重故障"},
                  {"Two failures that together cut off more than each alone; only the surplus is counted.",
                   "两处同时失效比各自失效多造成的影响；只计多出的部分。"},
                  {{"of", CellKind::word, {"Class", "类别"}},
                   {"first_kind", CellKind::word, {"First kind", "第一个类型"}},
                   {"first", CellKind::text, {"First", "第一个"}},
                   {"second_kind", CellKind::word, {"Second kind", "第二个类型"}},
                   {"second", CellKind::text, {"Second", "第二个"}},
                   {"enterprises", CellKind::number, {"Enterprises cut off", "断网企业"}},
                   {"services", CellKind::number, {"Services lost", "中断业务"}},
                   {"sites", CellKind::number, {"Radio sites lost", "中断基站"}},
                   {"nodes", CellKind::number, {"Nodes cut off", "失联节点"}}});
  for (const auto& pair : run.results.wired.failures.pairs) {
    table.add({word(pair.of), word(pair.first_kind), pair.first, word(pair.second_kind), pair.second, pair.enterprises.size(),
               pair.services.size(), pair.sites.size(), pair.nodes});
  }
  return table.take();
}

Json microseconds(const std::optional<std::int64_t>& time_ns) {
  return time_ns ? rounded(static_cast<double>(*time_ns) * 1e-3, 3) : Json(nullptr);
}

Json flow_table(const SavedRun& run) {
  TableJson table(
      "tsn_flows", {"Deterministic flows", "确定性流"},
      {"Delays of time-sensitive flows: path minimum ≤ simulated ≤ tight bound ≤ simple bound. The verdict is by the tight bound.",
       "时间敏感流的时延：路径最小值 ≤ 仿真值 ≤ 紧上界 ≤ 简单上界。按紧上界判定。"},
      {{"id", CellKind::text, {"Flow", "流"}},
       {"name", CellKind::text, {"Name", "名称"}},
       {"class", CellKind::word, {"Class", "类别"}},
       {"state", CellKind::word, {"State", "状态"}},
       {"least_us", CellKind::number, {"Minimum", "最小值"}, "µs"},
       {"simulated_us", CellKind::number, {"Simulated", "仿真值"}, "µs"},
       {"tight_us", CellKind::number, {"Tight bound", "紧上界"}, "µs"},
       {"simple_us", CellKind::number, {"Simple bound", "简单上界"}, "µs"},
       {"deadline_us", CellKind::number, {"Deadline", "时限"}, "µs"},
       {"availability", CellKind::share, {"Availability", "可用度"}, "%"},
       {"reason", CellKind::text, {"What is in the way", "原因"}}});
  for (const auto& figures : run.results.wired.tsn.flows) {
    const TsnFlow& flow = record_or_blank(*run.park.tsn_flows, figures.flow);
    table.add({flow.id, name_cell(flow.name, flow.name_zh), word(flow.traffic_class), word(figures.state), microseconds(figures.least_ns),
               microseconds(figures.simulated_ns), microseconds(figures.tight_ns), microseconds(figures.simple_ns),
               microseconds(figures.deadline_ns), rounded(figures.availability, 7), figures.reason});
  }
  return table.take();
}

Json bottleneck_table(const SavedRun& run) {
  TableJson table("bottlenecks", {"Bottlenecks", "瓶颈"},
                  {"Links asked for more than their limit, most over first.", "需求超过限值的链路，超出最多者在前。"},
                  {{"link", CellKind::text, {"Link", "链路"}},
                   {"way", CellKind::word, {"Direction", "方向"}},
                   {"load_mbit_s", CellKind::number, {"Asked for", "需求"}, "Mbit/s"},
                   {"rate_mbit_s", CellKind::number, {"Rate", "速率"}, "Mbit/s"},
                   {"utilisation", CellKind::share, {"Utilisation", "利用率"}, "%"},
                   {"relief_mbit_s", CellKind::number, {"Could go elsewhere", "可改道"}, "Mbit/s"},
                   {"enterprises", CellKind::number, {"Enterprises", "企业"}}});
  for (const auto& row : run.results.traffic.bottlenecks) {
    table.add({id_cell(*run.park.network_links, row.link), word(row.way), rounded(row.load_mbit_s, 1), rounded(row.rate_mbit_s, 1),
               rounded(row.utilisation, 4), rounded(row.relief_mbit_s, 1), row.enterprises.size()});
  }
  return table.take();
}

Json ipv6_table(const SavedRun& run) {
  TableJson table("ipv6_failing", {"Elements without working IPv6", "IPv6 未通的部件"},
                  {"Nodes, links and services that IPv6 does not reach, and why.", "IPv6 不可达的节点、链路与业务及原因。"},
                  {{"element", CellKind::word, {"Kind", "类型"}},
                   {"id", CellKind::text, {"Element", "部件"}},
                   {"reason", CellKind::word, {"Reason", "原因"}}});
  for (const auto& row : run.results.wired.ipv6.failing) table.add({word(row.element), row.id, word(row.reason)});
  return table.take();
}

}  // namespace

std::vector<Json> network_tables(const SavedRun& run) {
  return {enterprise_table(run), failure_table(run), pair_table(run), flow_table(run), bottleneck_table(run), ipv6_table(run)};
}

}  // namespace parktwin::viz::report
