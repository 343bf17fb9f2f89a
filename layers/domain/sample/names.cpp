// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/townbuilder.h"

namespace loci::sample {

const char *useCode(Use use)
{
    static const char *const codes[] = {"residential", "mixed",     "commercial",  "office", "industrial",
                                        "storage",     "civic",     "education",   "health", "religious",
                                        "culture",     "transport", "agricultural"};
    return codes[static_cast<int>(use)];
}

const char *streetClassCode(StreetClass c)
{
    static const char *const codes[] = {"arterial", "collector", "local", "lane", "path", "rail", "bridge"};
    return codes[static_cast<int>(c)];
}

const std::vector<Name> &streetWords()
{
    static const std::vector<Name> words{
        {"文昌", "Wenchang"}, {"学前", "Xueqian"},   {"望江", "Wangjiang"},  {"状元", "Zhuangyuan"},
        {"古井", "Gujing"},   {"柳荫", "Liuyin"},    {"桂花", "Guihua"},     {"青石", "Qingshi"},
        {"竹篾", "Zhumie"},   {"铁匠", "Tiejiang"},  {"米市", "Mishi"},      {"盐仓", "Yancang"},
        {"茶行", "Chahang"},  {"墨庄", "Mozhuang"},  {"砚台", "Yantai"},     {"纸坊", "Zhifang"},
        {"绣衣", "Xiuyi"},    {"书院", "Shuyuan"},   {"会馆", "Huiguan"},    {"漕运", "Caoyun"},
        {"渡口", "Dukou"},    {"码头", "Matou"},     {"鱼市", "Yushi"},      {"船坞", "Chuanwu"},
        {"观音", "Guanyin"},  {"土地", "Tudi"},      {"城隍", "Chenghuang"}, {"关帝", "Guandi"},
        {"天后", "Tianhou"},  {"清风", "Qingfeng"},  {"明月", "Mingyue"},    {"朝阳", "Chaoyang"},
        {"紫阳", "Ziyang"},   {"仁爱", "Ren'ai"},    {"信义", "Xinyi"},      {"和平", "Heping"},
        {"民生", "Minsheng"}, {"民权", "Minquan"},   {"光华", "Guanghua"},   {"大同", "Datong"},
        {"永安", "Yong'an"},  {"长寿", "Changshou"}, {"太平", "Taiping"},    {"安乐", "Anle"},
        {"吉祥", "Jixiang"},  {"百花", "Baihua"},    {"梅林", "Meilin"},     {"兰溪", "Lanxi"},
        {"菊园", "Juyuan"},   {"松涛", "Songtao"},   {"银杏", "Yinxing"},    {"香樟", "Xiangzhang"},
        {"梧桐", "Wutong"},   {"白云", "Baiyun"},    {"碧波", "Bibo"},       {"新安", "Xin'an"},
        {"屏山", "Pingshan"}, {"练江", "Lianjiang"}, {"丰乐", "Fengle"},     {"富资", "Fuzi"},
        {"科技", "Keji"},     {"创业", "Chuangye"},  {"兴业", "Xingye"},     {"工农", "Gongnong"},
        {"劳动", "Laodong"},  {"纺织", "Fangzhi"},   {"红旗", "Hongqi"},     {"胜利", "Shengli"},
        {"育才", "Yucai"},    {"迎宾", "Yingbin"}};
    return words;
}

const std::vector<Name> &familyNames()
{
    static const std::vector<Name> names{
        {"汪", "Wang"},  {"程", "Cheng"}, {"吴", "Wu"},  {"胡", "Hu"},   {"方", "Fang"},  {"江", "Jiang"},
        {"鲍", "Bao"},   {"许", "Xu"},    {"曹", "Cao"}, {"罗", "Luo"},  {"项", "Xiang"}, {"黄", "Huang"},
        {"洪", "Hong"},  {"朱", "Zhu"},   {"潘", "Pan"}, {"王", "Wang"}, {"叶", "Ye"},    {"余", "Yu"},
        {"郑", "Zheng"}, {"谢", "Xie"},   {"金", "Jin"}, {"戴", "Dai"},  {"巴", "Ba"},    {"孙", "Sun"},
        {"凌", "Ling"},  {"宋", "Song"},  {"毕", "Bi"},  {"倪", "Ni"}};
    return names;
}

const std::vector<TreeSpecies> &treeSpecies()
{
    static const std::vector<TreeSpecies> species{{{"香樟", "camphor tree"}, "Cinnamomum camphora"},
                                                  {{"垂柳", "weeping willow"}, "Salix babylonica"},
                                                  {{"悬铃木", "London plane"}, "Platanus acerifolia"},
                                                  {{"马尾松", "Masson pine"}, "Pinus massoniana"},
                                                  {{"银杏", "ginkgo"}, "Ginkgo biloba"}};
    return species;
}

} // namespace loci::sample
