#include "importers/synthetic/names.h"

#include <map>
#include <span>

namespace parktwin::importers::synthetic {
namespace {

struct Syllable {
  const char* english;
  const char* chinese;
};

constexpr Syllable street_first[] = {{"Lan", "澜"}, {"Xing", "星"}, {"Yun", "云"},  {"Qing", "清"}, {"Bi", "碧"},  {"Su", "苏"},
                                     {"Jin", "锦"}, {"He", "荷"},   {"Song", "松"}, {"Mei", "梅"},  {"Yue", "月"}, {"Chun", "春"},
                                     {"Qiu", "秋"}, {"Hong", "虹"}, {"Ling", "菱"}, {"Tong", "桐"}};
constexpr Syllable street_second[] = {{"ting", "汀"}, {"he", "河"},    {"wan", "湾"},  {"lin", "林"}, {"yuan", "园"}, {"xi", "溪"},
                                      {"feng", "枫"}, {"tai", "台"},   {"hu", "湖"},   {"ze", "泽"},  {"gang", "港"}, {"ying", "影"},
                                      {"dai", "黛"},  {"cheng", "澄"}, {"tang", "塘"}, {"pu", "浦"}};
constexpr Syllable brand_first[] = {{"Qi", "启"},   {"Rui", "芮"}, {"Heng", "蘅"}, {"Lu", "陆"},   {"Yao", "曜"},  {"Zhuo", "灼"},
                                    {"Ming", "茗"}, {"Cen", "岑"}, {"Xun", "洵"},  {"Hao", "皓"},  {"Ke", "珂"},   {"Ning", "凝"},
                                    {"Shuo", "朔"}, {"Tan", "檀"}, {"Wei", "蔚"},  {"Yi", "翊"},   {"Zhi", "芷"},  {"Bo", "铂"},
                                    {"Chen", "宸"}, {"Fei", "斐"}, {"Gu", "谷"},   {"Huai", "槐"}, {"Jing", "泾"}, {"Lin", "粼"}};
constexpr Syllable brand_second[] = {{"he", "禾"},  {"fan", "帆"}, {"tu", "途"},   {"chuan", "川"}, {"luo", "洛"},  {"qiao", "乔"},
                                     {"sen", "森"}, {"wen", "汶"}, {"ya", "崖"},   {"zhen", "臻"},  {"an", "岸"},   {"bei", "贝"},
                                     {"dun", "敦"}, {"ge", "格"},  {"hang", "珩"}, {"kun", "锟"},   {"li", "砾"},   {"mo", "墨"},
                                     {"nan", "楠"}, {"pei", "霈"}, {"song", "淞"}, {"ting", "霆"},  {"xuan", "煊"}, {"yu", "屿"}};

struct Trade {
  const char* english;
  const char* chinese;
};

constexpr Trade electronics[] = {{"Microelectronics", "微电子"},    {"Optoelectronics", "光电"},
                                 {"Sensor Technology", "传感科技"}, {"Circuit Board", "电路板"},
                                 {"Display Devices", "显示器件"},   {"Power Semiconductors", "功率半导体"},
                                 {"Connector Systems", "连接器"},   {"Electronic Materials", "电子材料"}};
constexpr Trade machinery[] = {{"Precision Machinery", "精密机械"},
                               {"Intelligent Equipment", "智能装备"},
                               {"Machine Tools", "机床"},
                               {"Hydraulics", "液压技术"},
                               {"Robotics", "机器人"},
                               {"Bearings", "轴承"},
                               {"Packaging Machinery", "包装机械"},
                               {"Pump Technology", "泵业"}};
constexpr Trade automotive[] = {{"Automotive Parts", "汽车零部件"},
                                {"E-Drive Systems", "电驱动系统"},
                                {"Battery Systems", "电池系统"},
                                {"Chassis Technology", "底盘科技"}};
constexpr Trade chemicals[] = {
    {"Fine Chemicals", "精细化工"}, {"Coatings", "涂料"}, {"Industrial Gases", "工业气体"}, {"Speciality Resins", "特种树脂"}};
constexpr Trade pharmaceuticals[] = {
    {"Pharmaceuticals", "制药"}, {"Biotechnology", "生物科技"}, {"Medical Devices", "医疗器械"}, {"Pharmaceutical Ingredients", "药业"}};
constexpr Trade new_materials[] = {
    {"New Materials", "新材料"}, {"Carbon Fibre", "碳纤维"}, {"Functional Films", "功能薄膜"}, {"Advanced Ceramics", "先进陶瓷"}};
constexpr Trade food[] = {{"Foods", "食品"}, {"Beverages", "饮料"}, {"Cold Chain Foods", "冷链食品"}};
constexpr Trade textiles[] = {{"Technical Textiles", "产业用纺织品"}, {"Textiles", "纺织"}, {"Garments", "服装"}};
constexpr Trade metal_products[] = {
    {"Metal Products", "金属制品"}, {"Sheet Metal", "钣金"}, {"Fasteners", "紧固件"}, {"Die Casting", "压铸"}};
constexpr Trade logistics[] = {{"Logistics", "物流"}, {"Supply Chain", "供应链"}, {"Smart Warehousing", "智慧仓储"}};
constexpr Trade software[] = {{"Software", "软件"},
                              {"Information Technology", "信息技术"},
                              {"Industrial Internet", "工业互联网"},
                              {"Digital Technology", "数字科技"}};
constexpr Trade research[] = {{"Research Institute", "研究院"},
                              {"Testing and Certification", "检测认证"},
                              {"Engineering Design", "工程设计"},
                              {"Materials Laboratory", "材料实验室"}};
constexpr Trade energy[] = {{"Energy Services", "能源服务"}, {"Heat and Power", "热电"}, {"Smart Energy", "智慧能源"}};
constexpr Trade others[] = {{"Business Services", "商务服务"}, {"Investment Management", "投资管理"}, {"Engineering", "工程"}};

std::span<const Trade> trades(Sector sector) {
  switch (sector) {
    case Sector::electronics:
      return electronics;
    case Sector::machinery:
      return machinery;
    case Sector::automotive:
      return automotive;
    case Sector::chemicals:
      return chemicals;
    case Sector::pharmaceuticals:
      return pharmaceuticals;
    case Sector::new_materials:
      return new_materials;
    case Sector::food:
      return food;
    case Sector::textiles:
      return textiles;
    case Sector::metal_products:
      return metal_products;
    case Sector::logistics:
      return logistics;
    case Sector::software:
      return software;
    case Sector::research:
      return research;
    case Sector::energy:
      return energy;
    case Sector::public_services:
    case Sector::other:
      return others;
  }
  return others;
}

bool runs_north_south(const Street& street) { return street.path.points.front().x == street.path.points.back().x; }

Name kind_of_street(const Street& street) {
  if (street.road_class == RoadClass::local) return {"Street", "街"};
  return runs_north_south(street) ? Name{"Road", "路"} : Name{"Avenue", "大道"};
}

}  // namespace

void name_streets(std::vector<Street>& streets, std::uint64_t seed) {
  Draws draws(seed, Topic::names, 0);
  std::set<std::string> taken;
  std::map<std::pair<bool, double>, Name> arterial_names;
  int ramps = 0;
  for (auto& street : streets) {
    if (street.road_class == RoadClass::motorway) {
      if (street.width > 20.0) {
        street.name = "Lanting Motorway";
        street.name_zh = "澜汀高速公路";
      } else {
        ++ramps;
        street.name = "Lanting Exit Ramp " + std::to_string(ramps);
        street.name_zh = "澜汀出口匝道" + std::to_string(ramps);
      }
      continue;
    }
    const bool north_south = runs_north_south(street);
    const std::pair<bool, double> line{north_south, north_south ? street.path.points[0].x : street.path.points[0].y};
    if (street.road_class == RoadClass::arterial && arterial_names.contains(line)) {
      const Name& known = arterial_names[line];
      street.name = known.english + (north_south ? " North" : " West Link");
      street.name_zh = known.chinese + (north_south ? "北段" : "西段");
      continue;
    }
    const Name kind = kind_of_street(street);
    Name name;
    for (int tries = 0;; ++tries) {
      const Syllable& first = draws.pick(street_first);
      const Syllable& second = draws.pick(street_second);
      std::string number;
      if (tries >= 40) number.append(std::to_string(taken.size())).append(" ");
      name = {std::string(first.english) + second.english + " " + number + kind.english,
              std::string(first.chinese) + second.chinese + number + kind.chinese};
      if (taken.insert(name.english).second && taken.insert(name.chinese).second) break;
    }
    if (street.road_class == RoadClass::arterial) arterial_names[line] = name;
    street.name = name.english;
    street.name_zh = name.chinese;
  }
}

Name EnterpriseNames::next(Sector sector) {
  const auto& trade = draws_.pick(trades(sector));
  for (int tries = 0;; ++tries) {
    const Syllable& first = draws_.pick(brand_first);
    const Syllable& second = draws_.pick(brand_second);
    const Syllable* third = tries < 30 ? nullptr : &draws_.pick(brand_second);  // more syllables once pairs run out
    brand_.english = std::string(first.english) + second.english + (third != nullptr ? third->english : "");
    brand_.chinese = std::string(first.chinese) + second.chinese + (third != nullptr ? third->chinese : "");
    if (english_taken_.contains(brand_.english) || chinese_taken_.contains(brand_.chinese)) continue;
    english_taken_.insert(brand_.english);
    chinese_taken_.insert(brand_.chinese);
    const bool institute = sector == Sector::research;
    return {brand_.english + " " + trade.english + (institute ? "" : " Co., Ltd."),
            town_chinese + brand_.chinese + trade.chinese + (institute ? "" : "有限公司")};
  }
}

}  // namespace parktwin::importers::synthetic
