#include <algorithm>

#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using services::pooling::Mode;
using services::pooling::ModeFigures;
using services::pooling::Outcome;
using storage::SavedRun;

bool tells_a_saving(Outcome outcome) {
  return outcome == Outcome::pooling_saves || outcome == Outcome::pooling_costs || outcome == Outcome::undecided;
}

Json resource_table(const SavedRun& run) {
  TableJson table("shared_resources", {"Shared resources, pooled and separate", "共享资源：共享与各自"},
                  {"The same demand served once by one pool for all and once by each enterprise alone.",
                   "同一需求分别由共享资源池与各企业自备资源服务。"},
                  {{"id", CellKind::text, {"Id", "编号"}},
                   {"name", CellKind::text, {"Resource", "资源"}},
                   {"kind", CellKind::word, {"Kind", "类型"}},
                   {"enterprises", CellKind::number, {"Enterprises", "企业"}},
                   {"outcome", CellKind::word, {"Outcome", "结论"}},
                   {"saving_cny", CellKind::number, {"Saving", "年节约"}, "CNY/a"},
                   {"saving_half_width_cny", CellKind::number, {"± (confidence)", "±（置信）"}, "CNY/a"},
                   {"shared_cost_cny", CellKind::number, {"Cost pooled", "共享成本"}, "CNY/a"},
                   {"separate_cost_cny", CellKind::number, {"Cost separate", "各自成本"}, "CNY/a"},
                   {"shared_wait_h", CellKind::number, {"Wait pooled", "共享等待"}, "h"},
                   {"separate_wait_h", CellKind::number, {"Wait separate", "各自等待"}, "h"},
                   {"reason", CellKind::text, {"Why no saving", "无节约的原因"}}});
  const auto& pooling = run.results.services.pooling;
  for (const auto& figures : pooling.resources) {
    const SharedResource& resource = record_or_blank(*run.park.shared_resources, figures.resource);
    const auto of_mode = [&](Mode mode, double ModeFigures::*member, int decimals) {
      const auto found = std::find_if(pooling.modes.begin(), pooling.modes.end(), [&](const ModeFigures& row) {
        return row.resource == figures.resource && row.mode == mode && row.simulated;
      });
      return found == pooling.modes.end() ? Json(nullptr) : rounded((*found).*member, decimals);
    };
    const bool told = tells_a_saving(figures.outcome);
    table.add({resource.id, name_cell(resource.name, resource.name_zh), word(resource.kind), figures.enterprises, word(figures.outcome),
               told ? rounded(figures.saving_cny_per_year, 0) : Json(nullptr), told ? rounded(figures.saving_half_width, 0) : Json(nullptr),
               of_mode(Mode::shared, &ModeFigures::cost_cny_per_year, 0), of_mode(Mode::separate, &ModeFigures::cost_cny_per_year, 0),
               of_mode(Mode::shared, &ModeFigures::wait_h, 3), of_mode(Mode::separate, &ModeFigures::wait_h, 3), figures.reason});
  }
  return table.take();
}

Json evidence_table(const SavedRun& run) {
  TableJson table("evidence", {"Evidence register", "证明材料"},
                  {"Documents of the park and the clause each of them backs.", "园区的证明材料及其对应条款。"},
                  {{"id", CellKind::text, {"Id", "编号"}},
                   {"clause", CellKind::text, {"Clause", "条款"}},
                   {"title", CellKind::text, {"Title", "名称"}},
                   {"document_number", CellKind::text, {"Number", "文号"}},
                   {"issuer", CellKind::text, {"Issuer", "出具单位"}},
                   {"issued_on", CellKind::text, {"Issued on", "出具日期"}},
                   {"valid_until", CellKind::text, {"Valid until", "有效期至"}}});
  for (const auto& document : *run.park.evidence) {
    table.add({document.id, document.clause, document.title, document.document_number, document.issuer, document.issued_on,
               document.valid_until});
  }
  return table.take();
}

}  // namespace

std::vector<Json> service_tables(const SavedRun& run) { return {resource_table(run), evidence_table(run)}; }

}  // namespace parktwin::viz::report
