#include "engine/criteria/evidence.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/calendar_date.h"

namespace parktwin::criteria {
namespace {

/// Why a document does not hold on the day; empty when it does.
Text objection(const EvidenceDocument& document, const std::string& day) {
  const std::string& id = document.id;
  if (document.document_number.empty()) return {fmt::format("document {} has no number", id), fmt::format("文件{}没有文号", id)};
  if (document.issuer.empty()) return {fmt::format("document {} has no issuer", id), fmt::format("文件{}没有签发单位", id)};
  if (!is_calendar_date(day))
    return {fmt::format("the day of assessment \"{}\" is not a date", day), fmt::format("评估日期“{}”不是有效日期", day)};
  for (const std::string* date : {&document.issued_on, &document.valid_until}) {
    if (!date->empty() && !is_calendar_date(*date)) {
      return {fmt::format("document {} has an unreadable date \"{}\"", id, *date), fmt::format("文件{}的日期“{}”无法识别", id, *date)};
    }
  }
  if (!document.issued_on.empty() && document.issued_on > day) {
    return {fmt::format("document {} was issued on {}, after {}", id, document.issued_on, day),
            fmt::format("文件{}签发于{}，晚于评估日{}", id, document.issued_on, day)};
  }
  if (!document.valid_until.empty() && document.valid_until < day) {
    return {fmt::format("document {} expired on {}", id, document.valid_until), fmt::format("文件{}已于{}到期", id, document.valid_until)};
  }
  return {};
}

}  // namespace

EvidenceState evidence_for(const std::string& clause, const Park& park, const std::string& assessed_on) {
  EvidenceState state;
  Text objections;
  for (const auto& document : *park.evidence) {
    if (document.clause != clause) continue;
    InputSource source{Origin::declared, document.title.empty() ? document.id : document.title, document.document_number, document.issuer,
                       document.valid_until};
    const Text why = objection(document, assessed_on);
    if (why.empty()) {
      state.valid.push_back(std::move(source));
      continue;
    }
    state.invalid.push_back(std::move(source));
    objections.en += (objections.en.empty() ? "" : "; ") + why.en;
    objections.zh += (objections.zh.empty() ? "" : "；") + why.zh;
  }
  if (!state.valid.empty()) return state;
  state.reason =
      objections.empty() ? Text{"the evidence register holds no document for this clause", "证据登记册中没有该条款的文件"} : objections;
  return state;
}

}  // namespace parktwin::criteria
