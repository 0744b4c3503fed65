// Chinese names of cities, by the name GeoNames gives them (for other countries with the country before it).

export const chineseCities = {
  Shanghai: '上海', Beijing: '北京', Tianjin: '天津', Guangzhou: '广州', Shenzhen: '深圳', Wuhan: '武汉', Dongguan: '东莞', Chongqing: '重庆',
  Chengdu: '成都', Nanjing: '南京', Nanchong: '南充', 'Xi’an': '西安', Shenyang: '沈阳', Hangzhou: '杭州', Harbin: '哈尔滨', 'Tai’an': '泰安',
  Suzhou: '苏州', Shantou: '汕头', Jinan: '济南', Zhengzhou: '郑州', Changchun: '长春', Dalian: '大连', Kunming: '昆明', Qingdao: '青岛',
  Foshan: '佛山', Wuxi: '无锡', Xiamen: '厦门', Ningbo: '宁波', Shiyan: '十堰', Taiyuan: '太原', Tangshan: '唐山', Hefei: '合肥',
  Zibo: '淄博', Zhongshan: '中山', Changsha: '长沙', 'Ürümqi': '乌鲁木齐', Shijiazhuang: '石家庄', Lanzhou: '兰州', Yunfu: '云浮', Nanchang: '南昌',
  Ordos: '鄂尔多斯', Jilin: '吉林', 'Bayan Nur': '巴彦淖尔', Kunshan: '昆山', Xinyang: '信阳', Fushun: '抚顺', Luoyang: '洛阳', Handan: '邯郸',
  Baotou: '包头', Xuchang: '许昌', Yueyang: '岳阳', Anshan: '鞍山', Fuzhou: '福州', Guiyang: '贵阳', Lijiang: '丽江', Datong: '大同',
  Xianyang: '咸阳', Huainan: '淮南', Jieyang: '揭阳', Haikou: '海口', Sanya: '三亚', Nanning: '南宁', Hohhot: '呼和浩特', Yinchuan: '银川',
  Xining: '西宁', Lhasa: '拉萨', Wenzhou: '温州', Xuzhou: '徐州', Yantai: '烟台', Weifang: '潍坊', Linyi: '临沂', Huizhou: '惠州',
  Zhuhai: '珠海', Quanzhou: '泉州', Shaoxing: '绍兴', Jiaxing: '嘉兴', Nantong: '南通', Changzhou: '常州', Yangzhou: '扬州', Baoding: '保定',
  Qinhuangdao: '秦皇岛', Daqing: '大庆', Qiqihar: '齐齐哈尔', Mudanjiang: '牡丹江', Liuzhou: '柳州', Guilin: '桂林', Zhanjiang: '湛江', Mianyang: '绵阳',
  Yichang: '宜昌', Xiangyang: '襄阳', Wuhu: '芜湖', Hengyang: '衡阳', Zhuzhou: '株洲', Ganzhou: '赣州', Zunyi: '遵义', Kashgar: '喀什',
  Jiangmen: '江门', Jinhua: '金华', Taizhou: '台州', Weihai: '威海', Rizhao: '日照', Lianyungang: '连云港', Yancheng: '盐城', Kaifeng: '开封',
  Nanyang: '南阳', Zhangjiakou: '张家口', Chifeng: '赤峰', Jinzhou: '锦州', Dandong: '丹东', Golmud: '格尔木', Karamay: '克拉玛依', Hami: '哈密',
};

export const worldCities = {
  'HK/Hong Kong': '香港', 'MO/Macau': '澳门', 'TW/Taipei': '台北', 'TW/Kaohsiung': '高雄', 'TW/Taichung': '台中', 'TW/Tainan': '台南',
  'JP/Tokyo': '东京', 'JP/Osaka': '大阪', 'JP/Nagoya': '名古屋', 'JP/Yokohama': '横滨', 'JP/Fukuoka': '福冈', 'JP/Sapporo': '札幌',
  'KR/Seoul': '首尔', 'KR/Busan': '釜山', 'KR/Incheon': '仁川', 'KR/Daegu': '大邱', 'KP/Pyongyang': '平壤', 'MN/Ulan Bator': '乌兰巴托',
  'SG/Singapore': '新加坡', 'MY/Kuala Lumpur': '吉隆坡', 'TH/Bangkok': '曼谷', 'VN/Hanoi': '河内', 'VN/Ho Chi Minh City': '胡志明市', 'PH/Manila': '马尼拉',
  'ID/Jakarta': '雅加达', 'MM/Yangon': '仰光', 'KH/Phnom Penh': '金边', 'LA/Vientiane': '万象', 'IN/Delhi': '德里', 'IN/New Delhi': '新德里',
  'IN/Mumbai': '孟买', 'IN/Bengaluru': '班加罗尔', 'IN/Kolkata': '加尔各答', 'IN/Chennai': '金奈', 'PK/Karachi': '卡拉奇', 'PK/Islamabad': '伊斯兰堡',
  'BD/Dhaka': '达卡', 'LK/Colombo': '科伦坡', 'NP/Kathmandu': '加德满都', 'KZ/Almaty': '阿拉木图', 'UZ/Tashkent': '塔什干', 'AF/Kabul': '喀布尔',
  'IR/Tehran': '德黑兰', 'IQ/Baghdad': '巴格达', 'SA/Riyadh': '利雅得', 'AE/Dubai': '迪拜', 'AE/Abu Dhabi': '阿布扎比', 'TR/Istanbul': '伊斯坦布尔',
  'TR/Ankara': '安卡拉', 'EG/Cairo': '开罗', 'RU/Moscow': '莫斯科', 'RU/Saint Petersburg': '圣彼得堡', 'RU/Novosibirsk': '新西伯利亚', 'RU/Vladivostok': '符拉迪沃斯托克',
  'UA/Kyiv': '基辅', 'UA/Kiev': '基辅', 'PL/Warsaw': '华沙', 'DE/Berlin': '柏林', 'DE/Munich': '慕尼黑', 'DE/Hamburg': '汉堡',
  'DE/Frankfurt am Main': '法兰克福', 'FR/Paris': '巴黎', 'GB/London': '伦敦', 'ES/Madrid': '马德里', 'ES/Barcelona': '巴塞罗那', 'PT/Lisbon': '里斯本',
  'IT/Rome': '罗马', 'IT/Milan': '米兰', 'NL/Amsterdam': '阿姆斯特丹', 'BE/Brussels': '布鲁塞尔', 'AT/Vienna': '维也纳', 'CH/Zürich': '苏黎世',
  'SE/Stockholm': '斯德哥尔摩', 'NO/Oslo': '奥斯陆', 'DK/Copenhagen': '哥本哈根', 'FI/Helsinki': '赫尔辛基', 'GR/Athens': '雅典', 'NG/Lagos': '拉各斯',
  'KE/Nairobi': '内罗毕', 'ZA/Johannesburg': '约翰内斯堡', 'ZA/Cape Town': '开普敦', 'ET/Addis Ababa': '亚的斯亚贝巴', 'MA/Casablanca': '卡萨布兰卡', 'DZ/Algiers': '阿尔及尔',
  'US/New York City': '纽约', 'US/Los Angeles': '洛杉矶', 'US/Chicago': '芝加哥', 'US/Houston': '休斯敦', 'US/San Francisco': '旧金山', 'US/Seattle': '西雅图',
  'US/Washington D.C.': '华盛顿', 'US/Washington, D.C.': '华盛顿', 'CA/Toronto': '多伦多', 'CA/Vancouver': '温哥华', 'CA/Montréal': '蒙特利尔', 'MX/Mexico City': '墨西哥城',
  'BR/São Paulo': '圣保罗', 'BR/Rio de Janeiro': '里约热内卢', 'AR/Buenos Aires': '布宜诺斯艾利斯', 'CL/Santiago': '圣地亚哥', 'PE/Lima': '利马', 'CO/Bogotá': '波哥大',
  'AU/Sydney': '悉尼', 'AU/Melbourne': '墨尔本', 'AU/Brisbane': '布里斯班', 'AU/Perth': '珀斯', 'NZ/Auckland': '奥克兰',
};
