#pragma once
// Every word of the window in both languages, and the words for field names and enumerations of records.
#include <string>

#include "engine/criteria/verdict.h"
#include "viz/scene/wording.h"

namespace parktwin::viz::window {

namespace word {
inline constexpr Phrase layers{"Layers", "图层"};
inline constexpr Phrase parts{"Shown", "显示内容"};
inline constexpr Phrase help_title{"Keys", "按键说明"};
inline constexpr Phrase help_hint{"H: keys", "H：按键说明"};
inline constexpr Phrase named_by{"Clauses that name it", "涉及该对象的条款"};
inline constexpr Phrase named_by_none{"No clause names it.", "没有条款涉及该对象。"};
inline constexpr Phrase links{"Links (click to switch off or on)", "链路（单击停用或启用）"};
inline constexpr Phrase link_off{"off", "已停用"};
inline constexpr Phrase place{"Place", "地点"};
inline constexpr Phrase east{"E", "东"};
inline constexpr Phrase north{"N", "北"};
inline constexpr Phrase elevation{"elevation", "高程"};
inline constexpr Phrase measure_first{"Measure: click the first point", "测距：单击第一点"};
inline constexpr Phrase measure_second{"Measure: click the second point", "测距：单击第二点"};
inline constexpr Phrase horizontal{"horizontal", "水平"};
inline constexpr Phrase height{"height", "高差"};
inline constexpr Phrase straight{"straight", "直线"};
inline constexpr Phrase slope{"slope", "坡度"};
inline constexpr Phrase what_if{"What if", "假设分析"};
inline constexpr Phrase computing{"computing …", "计算中……"};
inline constexpr Phrase no_target_changes{"No target changes.", "没有指标变化。"};
inline constexpr Phrase more{"and {} more", "另有 {} 项"};
inline constexpr Phrase undone{"undone", "已撤销"};
inline constexpr Phrase nothing_to_undo{"Nothing to undo", "没有可撤销的操作"};
inline constexpr Phrase nothing_to_switch{"Pick a site, device, link or power line first", "请先选中基站、设备、链路或电力线路"};
inline constexpr Phrase stays_inside{"An indoor site stays in its building", "室内站点须留在所在建筑内"};
inline constexpr Phrase saved_view{"View saved in {}", "视角已保存到 {}"};
inline constexpr Phrase not_saved{"Not saved: {}", "未能保存：{}"};
inline constexpr Phrase no_saved_views{"No saved views yet: V saves one", "尚无保存的视角：按 V 保存"};
inline constexpr Phrase view_name{"View {}", "视角 {}"};
inline constexpr Phrase screenshot_written{"Picture written: {}", "截图已保存：{}"};
inline constexpr Phrase orbit_mode{"Turning", "旋转模式"};
inline constexpr Phrase fly_mode{"Flying: W A S D, drag to look", "飞行：W A S D 移动，拖动环视"};
inline constexpr Phrase walk_mode{"Walking: W A S D, drag to look", "步行：W A S D 移动，拖动环视"};
inline constexpr Phrase loading{"loading …", "载入中……"};
inline constexpr Phrase phase{"Phase", "阶段"};
inline constexpr Phrase start{"start", "现状"};
inline constexpr Phrase time{"Time", "时间"};
inline constexpr Phrase load{"load", "负荷"};
inline constexpr Phrase solar_power{"PV", "光伏"};
inline constexpr Phrase from_grid{"from the grid", "电网购电"};
inline constexpr Phrase alarms{"alarms", "告警"};
inline constexpr Phrase scale_here{"at the centre", "视图中心处"};
inline constexpr Phrase met_of{"{} of {} targets with a verdict met", "{} / {} 项已评估指标达到"};
inline constexpr Phrase moved{"{} moved", "移动 {}"};
inline constexpr Phrase switched_off{"{} switched off", "停用 {}"};
inline constexpr Phrase switched_on{"{} switched on", "启用 {}"};
inline constexpr Phrase no_what_if{"No what-if: {}", "无法进行假设分析：{}"};
inline constexpr Phrase yes{"yes", "是"};
inline constexpr Phrase no{"no", "否"};
}  // namespace word

/// The phrase with the text in place of its braces, or behind it.
[[nodiscard]] std::string filled(const Phrase& phrase, Language language, const std::string& first, const std::string& second = "");

[[nodiscard]] Phrase phrase_of(criteria::Status status);
/// What a thing drawn in that mesh is called: "Building".
[[nodiscard]] Phrase kind_of(const std::string& mesh);
/// What a field of a record is called, with its unit; the field's own name where there is no better word.
[[nodiscard]] std::string field_text(const std::string& field, Language language);
/// A value of an enumeration; itself where it is none.
[[nodiscard]] std::string value_text(const std::string& value, Language language);

}  // namespace parktwin::viz::window
