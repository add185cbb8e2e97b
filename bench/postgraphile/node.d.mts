export declare const PEER_NODE: string;
