/** Programs that can be downloaded by version. */
export type ToolName = 'helm' | 'kubectl';

/** The names that the projects give the processors of their Linux builds. */
export type ToolArch = 'amd64' | 'arm64';

/**
 * SHA-256 of helm's archives and kubectl's programs for Linux, by version. Their sources:
 * - helm: helm/private/versions.bzl of github.com/abrisco/rules_helm at commit
 *   ec0acf952bf63f946173f6672fe069fa6d11613e. Kubespray has 3.18.0 to 3.18.4, too: the same ones.
 * - kubectl: roles/kubespray_defaults/vars/main/checksums.yml of
 *   github.com/kubernetes-sigs/kubespray at commit 46dbdd3994b32640bcd806b0097f50e8fdf1d514.
 */
const CHECKSUMS: Readonly<Record<ToolName, ByVersion>> = {
  helm: {
    '4.0.0': {
      amd64: 'c77e9e7c1cc96e066bd240d190d1beed9a6b08060b2043ef0862c4f865eca08f',
      arm64: '8c5c77e20cc29509d640e208a6a7d2b7e9f99bb04e5b5fbe22707b72a5235245',
    },
    '3.19.2': {
      amd64: '2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e',
      arm64: '566e9f3a5a83a81e4b03503ae37e368edd52d699619e8a9bb1fdf21561ae0e88',
    },
    '3.19.1': {
      amd64: '966bed9b1e0dda11268f59bd7268c3cd3e308b37b070546e1d78a02526ff63f2',
      arm64: 'ceed150305a1d1ef4a37923a7f66931a6807c34a38ea487fa8340e102dd2c7f7',
    },
    '3.19.0': {
      amd64: 'a7f81ce08007091b86d8bd696eb4d86b8d0f2e1b9f6c714be62f82f96a594496',
      arm64: '440cf7add0aee27ebc93fada965523c1dc2e0ab340d4348da2215737fc0d76ad',
    },
    '3.18.4': {
      amd64: 'f8180838c23d7c7d797b208861fecb591d9ce1690d8704ed1e4cb8e2add966c1',
      arm64: 'c0a45e67eef0c7416a8a8c9e9d5d2d30d70e4f4d3f7bea5de28241fffa8f3b89',
    },
    '3.18.3': {
      amd64: '6ec85f306dd8fe9eb05c61ba4593182b2afcfefb52f21add3fe043ebbdc48e39',
      arm64: '3382ebdc6d6e027371551a63fc6e0a3073a1aec1061e346692932da61cfd8d24',
    },
    '3.18.2': {
      amd64: 'c5deada86fe609deefdf40e9cbbe3da2f8cf3f6a4551a0ebe7886dc8fcf98bce',
      arm64: '03181a494a0916b370a100a5b2536104963b095be53fb23d1e29b2afb1c7de8d',
    },
    '3.18.1': {
      amd64: 'b1c7e8e261fd30f34c617282813ecafc63628fcd59a255a9fc51b1fe43394c05',
      arm64: '5ddc8fbd4b17857754a95be799543ceafa5aa9532b05f738ee590a76bb049988',
    },
    '3.18.0': {
      amd64: '961e587fc2c03807f8a99ac25ef063fa9e6915f1894729399cbb95d2a79af931',
      arm64: '489c9d2d3ea4e095331249d74b4407fb5ac1d338c28429d70cdedccfe6e2b029',
    },
  },
  kubectl: {
    '1.36.4': {
      amd64: '8b8f088da2dab964f853b38464033b1be15ede2839eca751482357c45abdd05a',
      arm64: '0ecf44450ee6063bf19dd166a103ee6df4a9034455c2abce626e6eea657d73fb',
    },
    '1.36.3': {
      amd64: 'ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336',
      arm64: '3d86f24401c41ae5a46ac50eef8865fe891d3647d324a0836f6c63757a126e62',
    },
    '1.36.2': {
      amd64: '1e9045ec32bea85da43de85f0065358529ea7c7a152eca78154fba5b58c27d82',
      arm64: 'c957eb8c4bea27a3bb35b269edd9082e27f027f7b76b20b5bf4afebc726c6d3e',
    },
    '1.36.1': {
      amd64: '629d3f410e09bf49b64ae7079f7f0bda1191efed311f7d37fdbab0ad5b0ec2b7',
      arm64: '59f7ee8e477fae658447607dc3c8790ac17a1b016c01c622c12070e969e2d4e7',
    },
    '1.36.0': {
      amd64: '123d8c8844f46b1244c547fffb3c17180c0c26dac9890589fe7e67763298748e',
      arm64: '9f9d9c44a7b5264515ac9da5991584e2395bd50662e651132337e7b4d0c56f8f',
    },
    '1.35.8': {
      amd64: '874d5e72dbb819f43cff16bcd1e4f8bac5b7f2361fe1e55049b0a6c676fb0cbf',
      arm64: 'cc749967b62f4422260bc9c0aa7a7c55f45175ae38cb8d95767b5d2b7e04c1fd',
    },
    '1.35.7': {
      amd64: '12e97f9d23a9f6cbb87b89becd6bd291e1a858a3379a4e11e2c822c4c1530052',
      arm64: '5103d45b8881434d417694057b8ccb5ae79fd310a5c5c13e403c5e62e15909be',
    },
    '1.35.6': {
      amd64: '5d11e2ba01ea68ffd053f56e27738e2b4330013ee67f7e46c6da6c585d3c9926',
      arm64: 'c0f97f31c9ddc22d4951d543a1a7125a9af4b31e895ad4aa99899c4ba2a6ff0b',
    },
    '1.35.5': {
      amd64: '90f75ea6ecc9ea5633262e1c0b83a40560003b30fc94a04cb099404fcef0c224',
      arm64: 'ac69e06fd6860d69786692f5af1c3a1208ed54f8366a4d97ab15c172e99765ee',
    },
    '1.35.4': {
      amd64: 'b529430df69a688fd61b64ad2299edb5fd71cb58be2a4779dba624c7d3510efd',
      arm64: '6a5a4cc4e396d7626a7a693a3044b51c75520f81db30fe6816c2554e53be336f',
    },
    '1.35.3': {
      amd64: 'fd31c7d7129260e608f6faf92d5984c3267ad0b5ead3bced2fe125686e286ad6',
      arm64: '6f0cd088a82dde5d5807122056069e2fac4ed447cc518efc055547ae46525f14',
    },
    '1.35.2': {
      amd64: '924eb50779153f20cb668117d141440b95df2f325a64452d78dff9469145e277',
      arm64: 'cd859449f54ad2cb05b491c490c13bb836cdd0886ae013c0aed3dd67ff747467',
    },
    '1.35.1': {
      amd64: '36e2f4ac66259232341dd7866952d64a958846470f6a9a6a813b9117bd965207',
      arm64: '706256e21a4e9192ee62d1a007ac0bfcff2b0b26e92cc7baad487a6a5d08ff82',
    },
    '1.35.0': {
      amd64: 'a2e984a18a0c063279d692533031c1eff93a262afcc0afdc517375432d060989',
      arm64: '58f82f9fe796c375c5c4b8439850b0f3f4d401a52434052f2df46035a8789e25',
    },
    '1.34.11': {
      amd64: '8efbb9435132a190920eb65a47a8c1ecf755ad85ab57a600c9bedbab460bb7a8',
      arm64: '5b045a4712674c88a56fd98eef4285689738b7fbe8735e1b9ee3509521af5cb4',
    },
    '1.34.10': {
      amd64: '95bd70842bd11a524d24acd5b68726899e3488e153e45e2b4ae846545beda050',
      arm64: '52d3aeefea32fdfa3671ccd636be5da463ddfd0a2fc09d7bcbaedcff4c76cad5',
    },
    '1.34.9': {
      amd64: '73bb6f5063caadae1e73a39de018d8ad21755984bea35358484db817859e7634',
      arm64: '63317b16a5264af47169b54dafd1878fed29031ebc8367960dd3b88484334e04',
    },
    '1.34.8': {
      amd64: 'f6249132865c13abe3c9dd5038f5da65849cb86eee1608c001831504e481aa8c',
      arm64: '4c9fe1f717738950c638c38056130a8db5075e6413ae36d8687221a240cdf88b',
    },
    '1.34.7': {
      amd64: 'b46ecf2b80f76d5a7d58c296c2e11e42c85eaa1eb866ddbc1e91625f71c21000',
      arm64: '93d2113f1f38b5709f2955b7981fcd37d675c9aafda81702c202a63361b6093b',
    },
    '1.34.6': {
      amd64: '3166155b17198c0af34ff5a360bd4d9d58db98bafadc6f3c2a57ae560563cd6b',
      arm64: 'a49a439f83f504e6bc051f516a8baf8d2220d74110f7f9bcaf25feac69e368d1',
    },
    '1.34.5': {
      amd64: '6a17dd8387783b3144a65535e38d02c351027e9718ea34a6c360476cb26d28bb',
      arm64: '2d433b53b99ea532f877df6fa5044286e3950d4933967ac3d99262760bc649fd',
    },
    '1.34.4': {
      amd64: 'd50c359d95e0841eaad08ddc27c7be37cba8fdccfba5c8e2ded65e121ff112db',
      arm64: '5b982c0644ab1e27780246b9085a5886651b4a7ed86243acbb2bacc1bea01dda',
    },
    '1.34.3': {
      amd64: 'ab60ca5f0fd60c1eb81b52909e67060e3ba0bd27e55a8ac147cbc2172ff14212',
      arm64: '46913a7aa0327f6cc2e1cc2775d53c4a2af5e52f7fd8dacbfbfd098e757f19e9',
    },
    '1.34.2': {
      amd64: '9591f3d75e1581f3f7392e6ad119aab2f28ae7d6c6e083dc5d22469667f27253',
      arm64: '95df604e914941f3172a93fa8feeb1a1a50f4011dfbe0c01e01b660afc8f9b85',
    },
    '1.34.1': {
      amd64: '7721f265e18709862655affba5343e85e1980639395d5754473dafaadcaa69e3',
      arm64: '420e6110e3ba7ee5a3927b5af868d18df17aae36b720529ffa4e9e945aa95450',
    },
    '1.34.0': {
      amd64: 'cfda68cba5848bc3b6c6135ae2f20ba2c78de20059f68789c090166d6abc3e2c',
      arm64: '00b182d103a8a73da7a4d11e7526d0543dcf352f06cc63a1fde25ce9243f49a0',
    },
  },
};

type ByVersion = Readonly<Record<string, Readonly<Record<ToolArch, string>>>>;

/** The checksum we know, as hex digits; undefined for a version that has none here. */
export const pinnedChecksum = (
  tool: ToolName,
  version: string,
  arch: ToolArch,
): string | undefined =>
  Object.hasOwn(CHECKSUMS[tool], version) ? CHECKSUMS[tool][version]?.[arch] : undefined;

/** The versions whose checksums we know, the newest first. */
export const pinnedVersions = (tool: ToolName): readonly string[] => Object.keys(CHECKSUMS[tool]);
