#include "viz/window/commands.h"

#include <algorithm>
#include <array>

namespace parktwin::viz::window {
namespace {

struct Binding {
  int key;
  Command command;
};

constexpr std::array<Binding, 29> bindings{{{'h', Command::help},
                                            {'p', Command::time_panel},
                                            {'l', Command::layer_list},
                                            {'r', Command::home},
                                            {key::home, Command::home},
                                            {'t', Command::plan},
                                            {'c', Command::centre},
                                            {'o', Command::orbit},
                                            {'f', Command::fly},
                                            {'g', Command::walk},
                                            {'v', Command::save_view},
                                            {'n', Command::next_view},
                                            {'b', Command::previous_view},
                                            {'m', Command::measure},
                                            {'x', Command::switch_off},
                                            {'u', Command::undo},
                                            {'s', Command::screenshot},
                                            {key::f12, Command::screenshot},
                                            {key::up, Command::nudge_north},
                                            {key::down, Command::nudge_south},
                                            {key::right, Command::nudge_east},
                                            {key::left, Command::nudge_west},
                                            {key::page_up, Command::phase_back},
                                            {key::page_down, Command::phase_on},
                                            {',', Command::time_back},
                                            {'.', Command::time_on},
                                            {'<', Command::time_back},
                                            {'>', Command::time_on},
                                            {key::escape, Command::cancel}}};

constexpr std::array<HelpLine, 13> looking{{
    {{"Left drag", "左键拖动"}, {"turn", "旋转"}},
    {{"Right drag", "右键拖动"}, {"move over the ground", "平移"}},
    {{"Wheel", "滚轮"}, {"closer, farther", "缩放"}},
    {{"R, Home", "R、Home"}, {"whole park", "全园"}},
    {{"T", "T"}, {"plan from above", "俯视平面"}},
    {{"C", "C"}, {"centre of the park", "园区中心"}},
    {{"F", "F"}, {"fly", "飞行"}},
    {{"G", "G"}, {"walk at eye height", "步行（视高）"}},
    {{"W A S D, Q E", "W A S D、Q E"}, {"steer; Q, E down and up", "移动；Q、E 升降"}},
    {{"O", "O"}, {"back to turning", "返回旋转模式"}},
    {{"V", "V"}, {"save this view", "保存视角"}},
    {{"N, B", "N、B"}, {"next, previous saved view", "下一个、上一个视角"}},
    {{"S, F12", "S、F12"}, {"picture to a PNG file (F12 when steering)", "截图为 PNG（移动时用 F12）"}},
}};

constexpr std::array<HelpLine, 14> working{{
    {{"1 … 7", "1 … 7"}, {"what lies on the ground", "地面图层"}},
    {{"L", "L"}, {"show or hide the list of layers", "显示或隐藏图层列表"}},
    {{"Click", "单击"}, {"record and clauses of an object", "对象记录及相关条款"}},
    {{"M", "M"}, {"measure between two clicks", "两点测距"}},
    {{"Drag a picked site", "拖动选中的基站"}, {"move it and see what follows", "移动并查看影响"}},
    {{"Arrow keys", "方向键"}, {"move a picked site 10 m; Shift 1 m", "移动选中基站 10 米；Shift 1 米"}},
    {{"X", "X"}, {"switch the picked thing off or on", "停用或启用选中对象"}},
    {{"U", "U"}, {"undo the last change", "撤销上一步"}},
    {{"Page up, down", "Page Up、Down"}, {"earlier, later phase", "上一、下一阶段"}},
    {{"P", "P"}, {"power over the year", "全年用电曲线"}},
    {{", .", ", ."}, {"earlier, later; Shift by a day", "前后一刻钟；Shift 一天"}},
    {{"Esc", "Esc"}, {"put away what is open", "关闭面板"}},
    {{"H", "H"}, {"this help", "本帮助"}},
    {{"Ctrl+Q", "Ctrl+Q"}, {"close the window", "关闭窗口"}},
}};

}  // namespace

Command command_of(const Pressed& pressed, bool travelling) {
  if (pressed.control) return pressed.key == 'q' ? Command::quit : Command::none;
  if (travelling && std::string_view("wasdqe").find(static_cast<char>(pressed.key)) != std::string_view::npos && pressed.key < 0x80)
    return Command::none;
  const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const Binding& binding) { return binding.key == pressed.key; });
  return found == bindings.end() ? Command::none : found->command;
}

std::optional<int> layer_of(const Pressed& pressed) {
  constexpr int layers = static_cast<int>(names_of(Layer{}).size());
  const int position = pressed.key - '1';
  if (pressed.control || position < 0 || position >= layers) return std::nullopt;
  return position;
}

std::span<const HelpLine> help_of_looking() { return looking; }
std::span<const HelpLine> help_of_working() { return working; }

}  // namespace parktwin::viz::window
